import type { Scene } from './Scene.ts'

const OTHER = /^(another|other|second|third|fourth|fifth|separate|similar|further|different)$/

/** "another bomb", "a second attack": said to be none of those told before. */
export const isAnother = ({ trees }: Scene, token: number): boolean =>
  trees.children(token).some((child) => child < token && OTHER.test(trees.lower(child)))
