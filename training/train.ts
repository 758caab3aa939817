import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** What a trainer gets: where the corpora lie (see `training/README.md`) and where the models go. */
export interface TrainingOptions {
  /** folder with `corpora/` and `tables/` */
  readonly data: string
  /** folder the models are written to */
  readonly models: string
  /** trains on a part only and measures on the rest of the training data, to choose features and settings */
  readonly heldOut: boolean
  /** JSON of word vectors, for `clusters` and `language` */
  readonly embeddings?: string
  /** folder with what an earlier run of `names` left: its guesses are taken instead of being made anew */
  readonly work?: string
}

/** Each model has a module that exports `train(options)`. */
const TRAINERS: Record<string, () => Promise<{ train(options: TrainingOptions): Promise<void> | void }>> = {
  clusters: () => import('./clusters.ts'),
  segmenter: () => import('./segmenter.ts'),
  truecaser: () => import('./truecaser.ts'),
  language: () => import('./language.ts'),
  lemmas: () => import('./lemmas.ts'),
  places: () => import('./places.ts'),
  attributions: () => import('./attributions.ts'),
  certainty: () => import('./certainty.ts'),
  fillers: () => import('./fillers.ts'),
  asked: () => import('./asked.ts'),
  names: () => import('./names.ts'),
  mentions: () => import('./mentions.ts'),
}

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: join(root, '..', 'shared') },
    models: { type: 'string', default: join(root, 'models') },
    embeddings: { type: 'string' },
    work: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
  },
})
const unknown = positionals.filter((name) => !(name in TRAINERS))
if (positionals.length === 0 || unknown.length > 0) {
  console.error(`npm run train -- ${Object.keys(TRAINERS).join('|')} … [--data FOLDER] [--models FOLDER] [--held-out]`)
  process.exit(2)
}
for (const name of positionals) {
  const { train } = await TRAINERS[name]()
  await train({ ...values, heldOut: values['held-out'] })
}
