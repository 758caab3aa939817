/**
 * Eight hues for light and dark pages. Chosen by search in OKLCH, one per family of hues, for the greatest least distance
 * under normal sight and under simulated protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes 2009),
 * with at least 3:1 against the page for lines; text in a hue is mixed with ink to at least 4.5:1. palette.test.ts holds
 * all of that.
 */
export const PALETTE = [
  { name: 'teal', light: '#1f8fa0', dark: '#63e0ea' },
  { name: 'violet', light: '#5a51d9', dark: '#9db3f6' },
  { name: 'ochre', light: '#b0721b', dark: '#f9d9a6' },
  { name: 'magenta', light: '#821698', dark: '#c866c1' },
  { name: 'olive', light: '#606009', dark: '#b4b52d' },
  { name: 'rust', light: '#652118', dark: '#ea5a47' },
  { name: 'navy', light: '#092f52', dark: '#4a8cff' },
  { name: 'rose', light: '#985068', dark: '#fa93a4' },
] as const

/** The page behind them. */
export const PAGE = { light: '#fbfaf6', dark: '#181715' } as const
/** The ink on it. */
export const INK = { light: '#1e1c19', dark: '#ece7dd' } as const
