import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { AscribeError } from '../base/AscribeError.ts'
import type { ReportInput } from '../model/Report.ts'
import { elementText } from './elementText.ts'
import { htmlMetadata } from './htmlMetadata.ts'

/** What is never part of a story, and what the reader view keeps of short pages all the same. */
const FURNITURE =
  'nav, footer, aside, dialog, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [aria-hidden="true"]'
/** The reader view takes a time that grows with the square of the nesting; no page of a newspaper is nested so deeply. */
const DEEPEST = 300

/**
 * A web page as a report: the article without navigation and advertisements (by the algorithm of Firefox's reader view), and
 * title, outlet, author, date and address from its metadata. A page that is no article gives the text of its body.
 */
export function htmlReport(html: string, name: string): ReportInput {
  try {
    const { document } = parseHTML(html)
    const metadata = htmlMetadata(document)
    for (const element of document.querySelectorAll(FURNITURE)) element.remove()
    const body = document.body ?? document.documentElement
    const whole = elementText(body)
    if (isDeeperThan(body, DEEPEST)) return { text: whole, ...metadata }
    const article = new Readability(document, { charThreshold: 200, maxElemsToParse: 200_000 }).parse()
    const main = article?.content ? elementText(parseHTML(`<body>${article.content}</body>`).document.body) : ''
    return {
      text: main === '' ? whole : main,
      ...(metadata.title === undefined && article?.title ? { title: article.title.trim() } : {}),
      ...(metadata.author === undefined && article?.byline ? { author: article.byline.trim() } : {}),
      ...metadata,
    }
  } catch (cause) {
    throw new AscribeError(
      'file-html',
      `${name}: the page cannot be taken apart`,
      'save its text, and read that',
      cause,
    )
  }
}

function isDeeperThan(root: Element, most: number): boolean {
  let depth = 0
  let node: Element | null = root
  while (node !== null) {
    if (node.firstElementChild !== null) {
      node = node.firstElementChild
      if (++depth > most) return true
      continue
    }
    while (node !== null && node !== root && node.nextElementSibling === null) {
      node = node.parentElement
      depth--
    }
    node = node === null || node === root ? null : node.nextElementSibling
  }
  return false
}
