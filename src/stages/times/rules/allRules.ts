import type { Rule } from '../Rule.ts'
import { calendarRules } from './calendarRules.ts'
import { clockRules } from './clockRules.ts'
import { durationRules } from './durationRules.ts'
import { festivalRules } from './festivalRules.ts'
import { fiscalRules } from './fiscalRules.ts'
import { relativeRules } from './relativeRules.ts'
import { vagueRules } from './vagueRules.ts'

/** Every way of saying a time that is known; of two that match equally much the first wins. */
export const allRules: readonly Rule[] = [
  ...festivalRules,
  ...fiscalRules,
  ...calendarRules,
  ...clockRules,
  ...relativeRules,
  ...durationRules,
  ...vagueRules,
]
