import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WordClusters } from '../src/learned/WordClusters.ts'

/** The clusters that `npm run train -- clusters` made. */
export function readClusters(models: string): WordClusters {
  const file = join(models, 'clusters.bin')
  return WordClusters.parse(readFileSync(file), file)
}
