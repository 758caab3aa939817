/**
 * The names of the schemas that a description refers to, directly or through others. All schemas with an id are registered
 * once for the whole program, so without this the description would change with what else happens to be loaded.
 */
export function reachableSchemas(paths: unknown, schemas: object): Set<string> {
  const reached = new Set<string>()
  const known = new Map(Object.entries(schemas))
  const follow = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const name = key === '$ref' && typeof inner === 'string' ? inner.replace('#/components/schemas/', '') : undefined
      if (name !== undefined && known.has(name) && !reached.has(name)) {
        reached.add(name)
        follow(known.get(name))
      } else follow(inner)
    }
  }
  follow(paths)
  return reached
}
