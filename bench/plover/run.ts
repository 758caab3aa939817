// Event sentences against their PLOVER answers: `npm run -s plover [-- FILE…] [--misses]`
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEnglishReader } from '../../src/reader/openEnglishReader.ts'
import type { PloverEvent } from './PloverEvent.ts'
import { readSentences } from './readSentences.ts'
import { agree, f1, scoreEvents, type Tally } from './scoreEvents.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
})
const files = positionals.length > 0 ? positionals : [join(import.meta.dirname, 'sentences.jsonl')]
const reader = openEnglishReader()
for (const file of files) {
  const sentences = readSentences(reader, readFileSync(file, 'utf8'))
  const { type, whole, mode } = scoreEvents(sentences)
  if (options.misses) for (const sentence of sentences) showMisses(sentence)
  console.log(file)
  console.log(`  type           ${shown(type)}`)
  console.log(`  type + actors  ${shown(whole)}`)
  console.log(`  mode           ${mode.right} of ${mode.gold}`)
}

function showMisses({ id, text, gold, told }: ReturnType<typeof readSentences>[number]): void {
  if (gold.length === told.length && gold.every((event) => told.some((other) => agree(event, other)))) return
  console.log(`${id} ${text}`)
  for (const event of gold) console.log(`    gold ${lineOf(event)}`)
  for (const event of told) console.log(`    told ${lineOf(event)}`)
}

function lineOf({ type, mode, actors, recipients, cue }: PloverEvent): string {
  return `${type} ${mode ?? ''} | ${actors.join(' + ')} → ${recipients.join(' + ')} | ${cue}`
}

function shown(tally: Tally): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5)
  return `F ${percent(f1(tally))}  P ${percent(tally.right / tally.told)}  R ${percent(tally.right / tally.gold)}`
}
