import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** Reasons of protection by attribution, '' for none. */
const reasons = (text: string): string[] =>
  reader
    .annotate(reportOf({ text }))
    .get('attributions')
    .map((attribution) => attribution.protected?.reason ?? '')

const ASKED = 'asked-not-to-be-named'

describe('a sentence of its own that asks for anonymity', () => {
  it('protects who spoke before it, and where they speak again', () => {
    const text =
      '“They took my brother,” said a shopkeeper in Dorvel. She asked not to be identified for her own safety. The shopkeeper said the men came back twice.'
    expect(reasons(text)).toEqual([ASKED, ASKED])
  })

  it('protects a named source that a pronoun stands for', () => {
    expect(reasons('Orlo Venn told the paper that the pit was flooded. He asked not to be named.')).toEqual([ASKED])
  })

  it('protects nobody else', () => {
    expect(reasons('The mayor said the road was closed. A clerk asked not to be named.')).toEqual([''])
  })
})

describe('a request in a relative clause', () => {
  it('protects the same description before and behind it', () => {
    expect(
      reasons(
        'A porter who saw the blast said two men had left the crate. “They ran,” said the porter, who asked not to be named.',
      ),
    ).toEqual([ASKED, ASKED])
  })

  it('protects no other of the kind', () => {
    const text =
      'A clerk said that the safe was empty. Another clerk, who asked not to be named, said that it was full.'
    expect(reasons(text)).toEqual(['', ASKED])
  })
})
