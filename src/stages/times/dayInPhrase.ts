import { fullYear } from './fullYear.ts'
import { dayMoment, firstDay, momentOfDay } from './Moment.ts'
import { two } from './openDate.ts'
import type { Point } from './Resolved.ts'
import type { Match } from './Rule.ts'
import type { Story } from './Story.ts'

/** A day within a longer phrase: "Friday", "May 12, 1980", "yesterday". */
export const DATE =
  '( <day:yesterday|today|tomorrow> | [last|next|this] {weekday} [ [,] {month} {day} [ [,] {year} ] ] | {month} {day} [ [,] {year} ] | [the] {day} [of] {month} [ [,] {year} ] )'

/** The day that DATE names. */
export function dayIn(match: Match, story: Story): Point | undefined {
  const { slots, said } = match
  const { month, day, year, weekday } = slots
  if (said.day !== undefined) {
    const { today } = story
    const step = { yesterday: -1, today: 0, tomorrow: 1 }[said.day] ?? 0
    return today && { moment: momentOfDay(firstDay(today.moment) + step), anchor: today.anchor }
  }
  if (month !== undefined && day !== undefined) {
    if (year !== undefined) return { moment: dayMoment(fullYear(year, story), month, day), anchor: { kind: 'none' } }
    return story.day(month, day, weekday?.weekday)
  }
  return weekday && story.weekday(weekday.weekday)
}

/** The open value of DATE where no day is known. */
export function openDay({ slots, said }: Match): string {
  const { month, day, weekday } = slots
  if (month !== undefined && day !== undefined) return `XXXX-${two(month)}-${two(day)}`
  return weekday !== undefined && said.day === undefined ? `XXXX-WXX-${weekday.weekday}` : 'XXXX-XX-XX'
}
