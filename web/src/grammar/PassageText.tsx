import type { PassageView } from '../../../src/server/contract/answers.ts'

interface PassageTextProps {
  readonly passage: PassageView
  /** the text that it stands in and its sentence there; without them what the passage itself keeps around it is shown */
  readonly text?: string
  readonly sentence?: { readonly start: number; readonly end: number }
}

/** A passage within its surroundings; one that no longer matches its report is said to be so, never moved. */
export function PassageText({ passage, text, sentence }: PassageTextProps) {
  if (!passage.anchored) {
    return (
      <>
        <s>{passage.exact}</s>
        <span className="orphan">This passage no longer matches its report.</span>
      </>
    )
  }
  const { start, end } = passage
  if (text !== undefined && sentence !== undefined && sentence.start <= start && end <= sentence.end) {
    return (
      <>
        {text.slice(sentence.start, start).trimStart()}
        <mark>{passage.exact}</mark>
        {text.slice(end, sentence.end).trimEnd()}
      </>
    )
  }
  // The words that the 32 characters around it cut through are left out.
  const prefix = passage.prefix.length < 32 ? passage.prefix : `… ${passage.prefix.replace(/^\S*\s/, '')}`
  const suffix = passage.suffix.length < 32 ? passage.suffix : `${passage.suffix.replace(/\s\S*$/, '')} …`
  return (
    <>
      {prefix}
      <mark>{passage.exact}</mark>
      {suffix}
    </>
  )
}
