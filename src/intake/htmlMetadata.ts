import { publishedDate } from './publishedDate.ts'
import type { ReportMetadata } from './readFrontMatter.ts'

/** Types of schema.org that stand for a story. */
const STORY = /^(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report)$/

/**
 * What a page says of itself: JSON-LD of schema.org first, then Open Graph and the other names that outlets use for meta elements,
 * then what its elements show.
 */
export function htmlMetadata(document: Document): ReportMetadata {
  const story = jsonLdStory(document)
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
      const content = element?.getAttribute('content')?.trim()
      if (content) return content
    }
    return undefined
  }
  const dates = [
    asText(story?.['datePublished']),
    meta(
      'article:published_time',
      'datePublished',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'DC.date.issued',
      'date',
    ),
    document.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined,
  ]
  const metadata: ReportMetadata = {}
  const put = (key: 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language', value: string | undefined) => {
    const words = value?.replace(/\s+/g, ' ').trim()
    if (words) metadata[key] = words
  }
  put('title', asText(story?.['headline']) ?? meta('og:title', 'twitter:title'))
  put('outlet', asText(story?.['publisher']) ?? meta('og:site_name', 'application-name'))
  put('author', asText(story?.['author']) ?? meta('author', 'parsely-author', 'article:author_name'))
  put('published', dates.flatMap((date) => (date ? (publishedDate(date) ?? []) : []))[0])
  put('url', document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'))
  put('language', document.documentElement?.getAttribute('lang') ?? undefined)
  if (metadata.url !== undefined && !/^https?:/i.test(metadata.url)) delete metadata.url
  return metadata
}

/** The first story among the JSON-LD of a page, alone, in a list or in a graph. */
function jsonLdStory(document: Document): Record<string, unknown> | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown
    try {
      data = JSON.parse(script.textContent ?? '')
    } catch {
      continue
    }
    const items = [data].flat().flatMap((item) => (isObject(item) ? [item, item['@graph']].flat() : []))
    const story = items.find(
      (item) => isObject(item) && [item['@type']].flat().some((type) => typeof type === 'string' && STORY.test(type)),
    )
    if (isObject(story)) return story
  }
  return undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** schema.org allows a text, a thing with a name, or a list of either. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ') || undefined
  return isObject(value) && typeof value['name'] === 'string' ? value['name'] : undefined
}
