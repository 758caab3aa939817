import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AscribeError } from '../base/AscribeError.ts'
import { toReportInput } from './toReportInput.ts'

const read = (text: string, name: string) => toReportInput(Buffer.from(text), name)

const PAGE = `<!doctype html><html lang="en-GB"><head>
<title>Three hurt in market blast - Harbour Daily</title>
<meta property="og:site_name" content="Harbour Daily">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":"NewsArticle",
"headline":"Three hurt in market blast","datePublished":"2024-03-12T09:30:00+08:00","author":[{"@type":"Person","name":"Lena Osei"}]}]}</script>
<link rel="canonical" href="https://harbour.example/blast"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Three hurt in market blast</h1>
<p>A grenade went off in the fish&nbsp;market of Jolo on Tuesday, hurting three vendors, the town&#8217;s mayor said. He told
   reporters that <b>nobody</b> had been arrested.</p>
<p>Shops stayed open, and the police asked witnesses to come forward with anything that they had seen before the explosion.</p>
<ul><li>One vendor is in hospital.</li><li>Two went home.</li></ul>
<script>track("reader")</script></article>
<footer><p>All rights reserved. <a href="/terms">Terms</a></p></footer></body></html>`

describe('toReportInput', () => {
  it('takes plain text to the letter', async () => {
    const text = '  Two men\r\n\r\nwere held.\n'
    expect(await read(text, 'story.txt')).toEqual({ text })
  })

  it('reads the header of a text', async () => {
    const input = await read(
      '---\ntitle: "Two held"\nOutlet: Kivu Monitor\npublished: 18 Feb 2020\n# a note\nmood: calm\n---\n\nText.',
      'a.txt',
    )
    expect(input).toEqual({ title: 'Two held', outlet: 'Kivu Monitor', published: '2020-02-18', text: 'Text.' })
  })

  it.each([
    ['a rule of hyphens', '---\nThe siege went on.\n---\nText.'],
    ['hyphens that never end', '---\ntitle: Two held\nText.'],
    ['lines that only look like keys', '---\nminister: no\n---\nText.'],
  ])('leaves %s in the text', async (_name, text) => {
    expect(await read(text, 'a.txt')).toEqual({ text })
  })

  it('refuses a header whose date is no date', async () => {
    await expect(read('---\npublished: 31/12/2020\n---\nText.', 'a.txt')).rejects.toMatchObject({
      code: 'published-unreadable',
    })
  })

  it('takes the marks out of Markdown, and leaves the words', async () => {
    const markdown =
      '# Raid in *Goma*\n\nThe **army** said [on Monday](https://x.example) that 5 \\* 3 & more\nwere held.\n\n> “No,” he said.\n\n' +
      '- one\n- two\n\n![a map](map.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n'
    expect((await read(markdown, 'a.md')).text).toBe(
      'Raid in Goma\n\nThe army said on Monday that 5 * 3 & more\nwere held.\n\n“No,” he said.\n\none\n\ntwo\n\na, b\n\n1, 2',
    )
  })

  it('takes the article out of a page, with what the page says of itself', async () => {
    const input = await read(PAGE, 'page.html')
    expect(input).toMatchObject({
      title: 'Three hurt in market blast',
      outlet: 'Harbour Daily',
      author: 'Lena Osei',
      published: '2024-03-12T09:30:00+08:00',
      url: 'https://harbour.example/blast',
      language: 'en-GB',
    })
    expect(input.text).toContain(
      'the fish market of Jolo on Tuesday, hurting three vendors, the town’s mayor said. He told reporters that nobody had',
    )
    expect(input.text).toContain('explosion.\n\nOne vendor is in hospital.\n\nTwo went home.')
    expect(input.text).not.toMatch(/Sport|track|rights reserved/)
  })

  it('knows a page by how it begins, in its own encoding', async () => {
    const page = '<html><head><meta charset="iso-8859-2"></head><body><p>Wojsko wesz\xb3o do miasta.</p></body></html>'
    expect((await toReportInput(Buffer.from(page, 'latin1'), 'standard input')).text).toBe('Wojsko weszło do miasta.')
  })

  it('reads a page that is nested deeper than anything is', async () => {
    const page = `<html><body>${'<div>'.repeat(20_000)}A bomb exploded.${'</div>'.repeat(20_000)}</body></html>`
    await read(page, 'deep.html').then(
      ({ text }) => expect(text).toBe('A bomb exploded.'),
      (error) => expect(error).toMatchObject({ code: 'file-html' }),
    )
  })

  it.each(['', ' \n\t ', '---\ntitle: Nothing\n---\n'])('refuses a file without text: %j', async (text) => {
    await expect(read(text, 'a.txt')).rejects.toMatchObject({ code: 'file-empty' })
  })

  it('fails on no input but with an error that says what to do', async () => {
    const pieces = fc.constantFrom(
      '---\n',
      'title: x\n',
      '<p>',
      '</p>',
      '<div',
      '<!--',
      '-->',
      '<script>',
      '# ',
      '* ',
      '[a](',
      '|',
      '```',
      '\\',
      '&lt;',
      '\0',
      'word ',
      '\n',
      '"',
      '{"@type":"NewsArticle"}',
      '<script type="application/ld+json">',
      '\uD800',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html'),
        async (words, name) => {
          try {
            expect((await read(words.join(''), name)).text).toMatch(/\S/)
          } catch (error) {
            expect(error).toBeInstanceOf(AscribeError)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
