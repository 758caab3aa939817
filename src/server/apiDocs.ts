/** As much of an OpenAPI document as the page of the API shows. */
interface OpenApi {
  readonly info: { readonly version: string; readonly description?: string }
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components?: { readonly schemas?: { readonly [name: string]: Schema } }
}
interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    name: string
    in: string
    required?: boolean
    description?: string
    schema?: Schema
  }[]
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } }
  readonly responses?: { readonly [status: string]: { content?: { [type: string]: { schema: Schema } } } }
}
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
}

/** The page `docs/api.md`, made of the OpenAPI document, so that neither can be out of step with the routes. */
export function apiDocs(api: OpenApi): string {
  const schemas = Object.entries(api.components?.schemas ?? {})
    // Those ending in "Input" are the same shapes as they may be sent.
    .filter(([name]) => !name.endsWith('Input'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '# API',
    '',
    '<!-- Generated from the routes by `npm run docs`. -->',
    '',
    api.info.description ?? '',
    '',
    '`ascribe serve` answers on 127.0.0.1 only. The whole description is at `/api/openapi.json` (OpenAPI 3.1). Requests that a',
    'browser sends from a page of another site, or to another name than this machine’s, are refused.',
    '',
    ...Object.entries(api.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => operationDocs(method, path, operation)),
    ),
    '## Shapes',
    '',
    ...schemas.flatMap(([name, schema]) => schemaDocs(name, schema)),
  ].join('\n')
}

function operationDocs(
  method: string,
  path: string,
  { summary, parameters = [], requestBody, responses }: Operation,
): string[] {
  const answer = Object.values(responses?.['200']?.content ?? {})[0]?.schema
  return [
    `## ${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    '',
    `${summary ?? ''}.`,
    '',
    ...(parameters.length === 0
      ? []
      : [
          '| parameter | in | type | |',
          '| --- | --- | --- | --- |',
          ...parameters.map(
            ({ name, in: place, required, description, schema }) =>
              `| \`${name}\`${required ? '' : '?'} | ${place} | ${typeOf(schema ?? {})} | ${cell(description ?? schema?.description)} |`,
          ),
          '',
        ]),
    ...Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) => [
      `Takes \`${type}\`: ${typeOf(schema)}.`,
      '',
    ]),
    ...(answer === undefined ? [] : [`Answers ${typeOf(answer)}.`, '']),
  ]
}

function schemaDocs(name: string, schema: Schema): string[] {
  const fields = Object.entries(schema.properties ?? {})
  const required = new Set(schema.required)
  return [
    `### ${name}`,
    '',
    ...(schema.description ? [`${schema.description}.`.replace(/\.\.$/, '.'), ''] : []),
    ...(fields.length === 0
      ? [typeOf({ ...schema, $ref: undefined }), '']
      : [
          '| field | type | |',
          '| --- | --- | --- |',
          ...fields.map(
            ([field, inner]) =>
              `| \`${field}\`${required.has(field) ? '' : '?'} | ${typeOf(inner)} | ${cell(inner.description)} |`,
          ),
          '',
        ]),
  ]
}

/** A type in words: "array of [Statement](#statement)". */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref
      .split('/')
      .at(-1)!
      .replace(/Input$/, '')
    return `[${name}](#${name.toLowerCase()})`
  }
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return options.map(typeOf).join(' or ')
  if (schema.allOf !== undefined) return schema.allOf.map(typeOf).join(' and ')
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${one}\``).join(', ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.type === 'array') return schema.items === undefined ? 'array' : `array of ${typeOf(schema.items)}`
  if (schema.type === 'object' && schema.properties !== undefined) {
    return `{ ${Object.entries(schema.properties)
      .map(([name, inner]) => `\`${name}\`: ${typeOf(inner)}`)
      .join(', ')} }`
  }
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') {
    return `object of ${typeOf(schema.additionalProperties)}`
  }
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything')
  return schema.format === undefined ? String(type) : `${type} (${schema.format})`
}

const cell = (text = ''): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
