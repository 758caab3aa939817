import type { LayerName, Layers } from '../document/Layers.ts'
import type { Stage } from '../document/Stage.ts'
import { type EnglishReader, englishReader } from './EnglishReader.ts'

/** The reader for English, with the models and the vocabulary that ship with Ascribe. The only file of the reader that knows Node. */
export function openEnglishReader(): EnglishReader {
  const stages: Stage[] = []
  return englishReader([...stages, ...pending(stages)])
}

// While the house is being built: layers that no stage assigns yet are empty.
const LAYERS: LayerName[] = [
  'paragraphs',
  'tokens',
  'sentences',
  'tags',
  'trees',
  'names',
  'quantities',
  'mentions',
  'entities',
  'times',
  'places',
  'certainty',
  'attributions',
  'incidents',
  'incidentPropositions',
  'relations',
]
function pending(stages: readonly Stage[]): Stage[] {
  const assigned = new Set(stages.flatMap(({ assigns }) => assigns))
  const assigns = LAYERS.filter((layer) => !assigned.has(layer))
  return [
    {
      name: 'pending',
      requires: [],
      assigns,
      run: () => Object.fromEntries(assigns.map((layer) => [layer, []])) as unknown as Layers,
    },
  ]
}
