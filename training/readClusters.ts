import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WordClusters } from '../src/learned/WordClusters.ts'

/** The clusters trained before; none where they are not there yet. */
export function readClusters(models: string): WordClusters {
  const file = join(models, 'clusters.txt')
  return existsSync(file) ? WordClusters.parse(readFileSync(file, 'utf8'), file) : WordClusters.none
}
