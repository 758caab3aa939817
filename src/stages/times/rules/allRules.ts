import type { Rule } from '../Rule.ts'
import { clockRules } from './clockRules.ts'
import { dayPartRules } from './dayPartRules.ts'
import { dayRules } from './dayRules.ts'
import { deicticRules } from './deicticRules.ts'
import { durationRules } from './durationRules.ts'
import { festivalRules } from './festivalRules.ts'
import { fiscalRules } from './fiscalRules.ts'
import { monthRules } from './monthRules.ts'
import { narrativeRules } from './narrativeRules.ts'
import { recurrenceRules } from './recurrenceRules.ts'
import { seasonRules } from './seasonRules.ts'
import { vagueRules } from './vagueRules.ts'
import { yearRules } from './yearRules.ts'

/** Every way of saying a time that is known; of two that match equally much the first wins. */
export const allRules: readonly Rule[] = [
  ...festivalRules,
  ...fiscalRules,
  ...dayRules,
  ...monthRules,
  ...seasonRules,
  ...yearRules,
  ...clockRules,
  ...dayPartRules,
  ...deicticRules,
  ...narrativeRules,
  ...durationRules,
  ...recurrenceRules,
  ...vagueRules,
]
