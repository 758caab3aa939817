const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date of publication as ISO 8601, from "2024-03-12", "2024-03-12T08:30:00Z", "2024/3/12", "12 March 2024" or "March 12, 2024".
 * Undefined for anything else, and for days that no calendar has; "3/12/2024" means two days and is not guessed.
 */
export function publishedDate(words: string): string | undefined {
  const text = words.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{2}:\d{2}\S*))?$/.exec(text)
  if (iso) return day(iso[1], Number(iso[2]), iso[3], iso[4])
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return day(compact[1], Number(compact[2]), compact[3])
  const bare = text.replace(/^[a-z]+day,?\s+/i, '').replace(/^[a-z]{3},\s+/i, '')
  const british = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})\b/i.exec(bare)
  if (british) return day(british[3], month(british[2]), british[1])
  const american = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(bare)
  if (american) return day(american[3], month(american[1]), american[2])
  return undefined
}

const month = (name: string): number => (name.length < 3 ? 0 : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function day(year: string, month: number, date: string, time?: string): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  const stands = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(stands.getTime()) || !stands.toISOString().startsWith(iso)) return undefined
  return time === undefined ? iso : `${iso}T${time}`
}
