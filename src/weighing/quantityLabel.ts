import type { Count, TextValue } from '../model/Value.ts'

/** Of how many of its subject a relation holds, in words: "several dozen drivers", "most of them", "perhaps in their hundreds". */
export function quantityLabel(quantity: Count | TextValue): string {
  const words = quantity.type === 'count' ? quantity.words : quantity.text
  const started = words.charAt(0).toLowerCase() + words.slice(1)
  if (/\bin their\b/.test(words)) return started
  const of = quantity.type === 'count' ? quantity.of : undefined
  if (of === undefined) return `${started} of them`
  return words.includes(of) ? started : `${started}${COLLECTIVE.test(words) ? ' of' : ''} ${of}`
}

/** Words that take "of" before what they count: "an unknown number of supporters", "hundreds of men". */
const COLLECTIVE = /\b(number|handful|majority|minority|part|half|dozens|scores|tens|hundreds|thousands|millions)$/i
