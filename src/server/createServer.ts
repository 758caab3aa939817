import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { answerErrors } from './answerErrors.ts'
import { guardOrigin } from './guardOrigin.ts'
import { reachableSchemas } from './reachableSchemas.ts'
import { entityRoutes } from './routes/entityRoutes.ts'
import { incidentRoutes } from './routes/incidentRoutes.ts'
import { recordRoutes } from './routes/recordRoutes.ts'
import { reportRoutes } from './routes/reportRoutes.ts'
import { sourceRoutes } from './routes/sourceRoutes.ts'
import { statementRoutes } from './routes/statementRoutes.ts'
import type { ServerOptions } from './ServerOptions.ts'
import { serveWorkbench } from './serveWorkbench.ts'

/** The largest upload. A long report has some 100 kB of text; scanned or illustrated HTML grows larger. */
const LARGEST_BODY = 32 * 1024 * 1024

/** A server whose requests and responses are typed by their zod schemas. */
export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** The server, not yet listening: tests ask it by `inject`, `startServer` gives it a socket. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const server: Server = Fastify({
    logger: options.log ? { level: 'info' } : { level: 'error' },
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  // Another site can send text/plain without asking first; nothing here wants it.
  server.removeContentTypeParser('text/plain')
  answerErrors(server)
  guardOrigin(server, options.host ?? '127.0.0.1')

  // Everything the workbench needs comes from this server; nothing else may load, and nobody may frame it.
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await server.register(multipart, { limits: { files: 1, fileSize: LARGEST_BODY, fields: 16 } })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ascribe',
        version: '0.1.0',
        description:
          'Reports in, sourced statements out. Places: © GeoNames (geonames.org), CC BY 4.0. Every failure has the shape `ErrorBody`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })

  for (const routes of [recordRoutes, reportRoutes, incidentRoutes, entityRoutes, sourceRoutes, statementRoutes]) {
    routes(server, options)
  }
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => {
    const { components, paths, ...rest } = server.swagger() as { components?: { schemas?: object }; paths?: object }
    const schemas = components?.schemas ?? {}
    const reached = reachableSchemas(paths, schemas)
    const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)))
    return { ...rest, components: { ...components, schemas: kept }, paths }
  })
  await serveWorkbench(server, options.webRoot)
  return server
}
