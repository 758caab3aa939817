import { accessSync, constants, createReadStream, type ReadStream, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { AscribeError } from '../../base/AscribeError.ts'
import { fileError } from '../../intake/findFiles.ts'
import { publishedDate } from '../../intake/publishedDate.ts'
import { type ReportInput, reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { asAscribeError, EXIT } from '../exitCodes.ts'
import { Progress } from '../Progress.ts'
import { metadataOf, type ReadOptions } from '../ReadOptions.ts'
import { writeOut } from '../writeOut.ts'

const text = z.string().nullish()
/** One line of the input; keys that are not named here are passed over. */
const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  published: text,
  title: text,
  outlet: text,
  author: text,
  url: text,
})

/**
 * `ascribe read --jsonl [FILE]`: one reading a line, in the order of the input. A line that cannot be read gives an error in its
 * place, so that line n of the output always answers line n of the input (empty lines apart).
 */
export async function readLines(paths: readonly string[], options: ReadOptions): Promise<number> {
  if (paths.length > 1)
    throw new AscribeError('usage-jsonl', '--jsonl reads one file', 'name one file, or none for standard input')
  const [path = '-'] = paths
  const metadata = metadataOf(options)
  const input = path === '-' ? process.stdin : openFile(path)
  const size = path === '-' ? 0 : statSync(path).size
  const progress = new Progress(Math.round(size / 1024), 'kB')
  const reader = openEnglishReader()
  let failed = false
  let number = 0
  let read = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    read += line.length + 1
    if (line.trim() === '') continue
    let id: string | undefined
    let answer: object
    try {
      const parsed = parseLine(line)
      id = parsed.id
      answer = reader.read(reportOf({ ...parsed, ...metadata }), { words: options.layers === 'words' })
    } catch (error) {
      failed = true
      id ??= idIn(line)
      answer = { ...(id === undefined ? {} : { id }), line: number, ...asAscribeError(error).toJSON() }
    }
    await writeOut(`${JSON.stringify(answer)}\n`)
    progress.update(Math.round(read / 1024), id)
  }
  progress.stop()
  return failed ? EXIT.inputFailed : EXIT.ok
}

function openFile(path: string): ReadStream {
  let folder: boolean
  try {
    folder = statSync(path).isDirectory()
    if (!folder) accessSync(path, constants.R_OK)
  } catch (error) {
    throw fileError(error, path)
  }
  if (folder) throw new AscribeError('usage-jsonl', `${path} is a folder`, 'name a file with one JSON report a line')
  return createReadStream(path)
}

function parseLine(line: string): ReportInput {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new AscribeError('line-json', 'the line is not JSON', 'write one JSON object a line', cause)
  }
  const result = Line.safeParse(value)
  if (!result.success) {
    const [{ path, message }] = result.error.issues
    const remedy = 'a line is {"text": …}, with "id", "published", "title" and "outlet" where they are known'
    throw new AscribeError('line-shape', `${path.join('.') || 'the line'}: ${message}`, remedy)
  }
  const { id, published, ...rest } = result.data
  const date = published ? publishedDate(published) : undefined
  if (published && date === undefined) {
    throw new AscribeError(
      'published-unreadable',
      `"published": "${published}" is no date`,
      'write it as year-month-day',
    )
  }
  const known = Object.entries({
    ...rest,
    published: date,
    id: id === null || id === undefined ? undefined : String(id),
  })
  return Object.fromEntries(known.filter(([, member]) => member !== undefined && member !== null)) as ReportInput
}

/** The id of a line that is JSON but no report. */
function idIn(line: string): string | undefined {
  try {
    const { id } = JSON.parse(line) as { id?: unknown }
    return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
  } catch {
    return undefined
  }
}
