/** Kinds of entities that act as a body. */
export const BODIES: readonly string[] = ['group', 'organisation', 'public body']

/** Kinds of entities that may have ties, allies or enemies. */
export const ACTORS: readonly string[] = [...BODIES, 'person', 'people']
