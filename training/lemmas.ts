import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { editOf, Lemmatizer, lemmaFeatures, MOST_LEMMA_FEATURES } from '../src/stages/tag/Lemmatizer.ts'
import { parseNationalities } from '../src/vocabulary/NameLexicon.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import { random, shuffle } from './random.ts'
import { readClusters } from './readClusters.ts'
import type { TrainingOptions } from './train.ts'
import { treebankSentences } from './treebankSentences.ts'

const ITERATIONS = 10
/** An edit that fewer words than this show is no rule but theirs alone: "fled", "flee". */
const RULE = 4
/** How often a form of the list is shown; and how often the treebanks must have another lemma for it to be right after all. */
const [REPEATS, TRUSTED] = [5, 5]
/** How often a pair of word and tag is shown in an iteration: frequent ones more often, but not as often as they occur. */
const repeats = (count: number): number => Math.ceil(Math.sqrt(count))

interface Pair {
  readonly form: string
  readonly xpos: string
  readonly lemma: string
  /** of the list of irregular forms: no rule makes it, whatever others it is like */
  readonly listed?: boolean
}

/** Trains `models/lemmas.bin` on the words of EWT and GUM with their tags, and on the forms of `irregular-forms.json`. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const { training, tests } = treebankSentences(data, models, heldOut, false)
  const counts = new Map<string, number>()
  for (const { words } of training) {
    for (const { form, xpos, lemma } of words) {
      if (lemma === '_' || lemma === '' || /\s/.test(form + lemma)) continue
      const key = `${form}\t${xpos}\t${lemma}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const listed = new Map([...irregularPairs(), ...demonymPairs()].map((pair) => [`${pair.form}\t${pair.xpos}`, pair]))
  const pairs: Pair[] = []
  for (const [key, count] of counts) {
    const [form, xpos, lemma] = key.split('\t')
    const known = listed.get(`${form.toLowerCase()}\t${xpos}`) ?? listed.get(`${form}\t${xpos}`)
    // A treebank has "flead" for "fled", three times.
    if (known && known.lemma !== lemma && count < TRUSTED) continue
    if (known && known.lemma !== lemma) listed.delete(`${known.form}\t${xpos}`)
    for (let i = 0; i < repeats(count); i++) pairs.push({ form, xpos, lemma })
  }
  for (const pair of listed.values()) for (let i = 0; i < REPEATS; i++) pairs.push(pair)
  const names = editNames(pairs)
  const examples = pairs.map((pair) => ({ ...pair, edit: names.get(keyOf(pair)) ?? '' }))
  const classes = [...new Set(names.values())].sort()
  const numbers = new Map(classes.map((edit, i) => [edit, i]))
  const perceptron = new AveragedPerceptron(classes)
  const scores = new Float32Array(classes.length)
  const buffer = new Int32Array(MOST_LEMMA_FEATURES)
  const next = random(1)
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    let wrong = 0
    for (const { form, xpos, edit } of shuffle(examples, next)) {
      const truth = numbers.get(edit)
      if (truth === undefined) continue
      const n = lemmaFeatures(form, xpos, buffer)
      perceptron.scores(buffer, n, scores)
      const guess = perceptron.best(scores)
      if (guess !== truth) wrong++
      perceptron.update(buffer, n, truth, guess)
    }
    console.log(`lemmas ${iteration}: ${wrong} of ${examples.length} wrong in training`)
  }
  if (heldOut) {
    const lemmatizer = new Lemmatizer(perceptron.toModel(), new Set(), readClusters(models))
    let [right, all] = [0, 0]
    for (const { words } of tests) {
      for (const { form, xpos, lemma } of words) {
        if (lemmatizer.lemma(form, xpos) === lemma) right++
        all++
      }
    }
    console.log(`held out: lemmas, given the tags, ${((100 * right) / all).toFixed(2)}`)
    return
  }
  const bytes = perceptron.toBytes()
  writeFileSync(join(models, 'lemmas.bin'), bytes)
  console.log(`lemmas: ${bytes.length} bytes, ${classes.length} edits`)
}

/** An edit; one that a listed form needs is another than the same edit made as a rule. */
const keyOf = ({ form, lemma, listed }: Pair): string => `${editOf(form, lemma)}${listed ? '!' : ''}`

/** The class of each edit; an edit shown once by one word is more often a slip of the annotation, and has none. */
function editNames(pairs: readonly Pair[]): Map<string, string> {
  const shown = new Map<string, number>()
  // form and tag, how often with each edit
  const tagged = new Map<string, Map<string, number>>()
  for (const pair of pairs) {
    const edit = keyOf(pair)
    shown.set(edit, (shown.get(edit) ?? 0) + 1)
    const key = `${pair.form}/${pair.xpos}`
    const edits = tagged.get(key) ?? new Map<string, number>()
    tagged.set(key, edits.set(edit, (edits.get(edit) ?? 0) + 1))
  }
  const own = new Map<string, string[]>()
  const forms = new Map<string, Set<string>>()
  for (const [key, edits] of tagged) {
    if (key.includes('|')) continue
    const form = key.slice(0, key.lastIndexOf('/'))
    const [[most]] = [...edits].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    for (const edit of edits.keys()) {
      own.set(edit, [...(own.get(edit) ?? []), edit === most ? key : key.slice(0, form.length + 2)])
      forms.set(edit, (forms.get(edit) ?? new Set()).add(form.toLowerCase()))
    }
  }
  const names = new Map<string, string>()
  for (const [key, list] of own) {
    if ((shown.get(key) ?? 0) < 2) continue
    const edit = key.replace(/!$/, '')
    const [mode, strip = '', add = ''] = edit.split(' ')
    // What only adds letters is no inflection: "Dr", "Dr."
    const isRule = edit === key && (forms.get(key)?.size ?? 0) >= RULE && (strip !== '' || add === '')
    names.set(key, isRule ? edit : `${mode} ${strip} ${add} ${list.sort().join('|')}`)
  }
  return names
}

/** "slay slew slain" as "slew" VBD and "slain" VBN, "man men" as "men" NNS. */
function irregularPairs(): Pair[] {
  const file = join(import.meta.dirname, 'irregular-forms.json')
  const { verbs, nouns, comparisons } = IrregularForms.parse(JSON.parse(readFileSync(file, 'utf8')))
  const split = (form: string | undefined): string[] => form?.split('|') ?? []
  return [
    ...verbs.forms.flatMap((line) => {
      const [lemma, past, participle, gerund] = line.split(' ')
      const tagged = { VBD: past, VBN: participle, VBG: gerund }
      return Object.entries(tagged).flatMap(([xpos, forms]) =>
        split(forms).map((form) => ({ form, xpos, lemma, listed: true })),
      )
    }),
    ...nouns.forms.map((line) => line.split(' ')).map(([lemma, form]) => ({ form, xpos: 'NNS', lemma, listed: true })),
    ...comparisons.forms
      .map((line) => line.split(' '))
      .map(([form, lemma, xpos]) => ({ form, xpos, lemma, listed: true })),
  ]
}

/** "Afghan" JJ keeps its capital. */
function demonymPairs(): Pair[] {
  const file = join(import.meta.dirname, '..', 'vocabulary', 'lexicons', 'nationalities.json')
  return parseNationalities(readFileSync(file, 'utf8'), file)
    .flatMap(({ demonyms }) => demonyms)
    .filter((form) => /^\p{Lu}\p{Ll}+$/u.test(form) && !form.endsWith('s'))
    .map((form) => ({ form, xpos: 'JJ', lemma: form }))
}

const Forms = z.object({ forms: z.array(z.string()) })
const IrregularForms = z.object({ verbs: Forms, nouns: Forms, comparisons: Forms })
