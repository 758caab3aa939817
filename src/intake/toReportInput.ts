import { AscribeError } from '../base/AscribeError.ts'
import type { ReportInput } from '../model/Report.ts'
import { decodeText } from './decodeText.ts'
import { htmlCharset } from './htmlCharset.ts'
import { readFrontMatter } from './readFrontMatter.ts'

const HTML = /\.x?html?$/i
const MARKDOWN = /\.(?:md|markdown)$/i

/**
 * The bytes of a file as what a report is made from: plain text (with or without a header), Markdown or an HTML page, told by
 * the ending of its `name`, or else by how it begins. Text is taken as it is written: neither its letters nor its line breaks are
 * changed. Throws an AscribeError whose code begins with `file-` where there is nothing to read in it.
 */
export async function toReportInput(bytes: Uint8Array, name: string): Promise<ReportInput> {
  if (bytes.length === 0) throw empty(name)
  const html = HTML.test(name) || beginsAsHtml(bytes)
  const { text: decoded } = decodeText(bytes, name, html ? htmlCharset(bytes) : undefined)
  const input = html ? await fromHtml(decoded, name) : await fromText(decoded, name)
  if (!/\S/.test(input.text)) throw empty(name)
  return input
}

async function fromHtml(html: string, name: string): Promise<ReportInput> {
  const { htmlReport } = await import('./htmlReport.ts')
  return htmlReport(html, name)
}

async function fromText(decoded: string, name: string): Promise<ReportInput> {
  const { metadata, text } = readFrontMatter(decoded, name)
  if (!MARKDOWN.test(name)) return { ...metadata, text }
  const { markdownText } = await import('./markdownText.ts')
  return { ...metadata, text: markdownText(text) }
}

const empty = (name: string): AscribeError =>
  new AscribeError(
    'file-empty',
    `${name} has no text in it`,
    'check that it was saved; other files are read all the same',
  )

const beginsAsHtml = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(
    new TextDecoder('utf-8').decode(bytes.subarray(0, 1024)),
  )
