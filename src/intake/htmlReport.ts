import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { AscribeError } from '../base/AscribeError.ts'
import type { ReportInput } from '../model/Report.ts'
import { elementText } from './elementText.ts'
import { htmlMetadata } from './htmlMetadata.ts'

/**
 * A web page as a report: the article without navigation and advertisements (by the algorithm of Firefox's reader view), and
 * title, outlet, author, date and address from its metadata. A page that is no article gives the text of its body.
 */
export function htmlReport(html: string, name: string): ReportInput {
  try {
    const { document } = parseHTML(html)
    const metadata = htmlMetadata(document)
    const whole = elementText(document.body ?? document.documentElement)
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
