import { describe, expect, it } from 'vitest'
import { relationsToldIn } from '../../../test/relationsToldIn.ts'

describe('who is meant', () => {
  it.each([
    ['The Lions Brigade fled. Tehran says that it is funded by smugglers.', 'Lions Brigade funded-by smugglers'],
    [
      'The Lions Brigade said it was at peace. The two sides had met twice. Its commander, Omar Haddad, fled.',
      'Omar Haddad leader-of Lions Brigade',
    ],
    ['The Lions Brigade is small. Its daily operations are run by Omar Haddad.', 'Omar Haddad leader-of Lions Brigade'],
    [
      'The armed wing of the movement, which broke with the Lions Brigade in 1969, fled.',
      'The armed wing of the movement split-from Lions Brigade (in 1969)',
    ],
    ['Two of the gunmen were among those who fled to Libya.', 'the gunmen travelled-to Libya (Two)'],
    ['Karim Osman heads the militia of Omar Haddad.', 'Omar Haddad leader-of the militia of Omar Haddad'],
    ['Omar Haddad fled. His Red Dawn militia burned the mill.', 'Omar Haddad leader-of His Red Dawn militia'],
    [
      'The Lions Brigade is small. Its founders include Omar Haddad and a priest.',
      'Omar Haddad founder-of Lions Brigade',
    ],
    ['Police said that the leader of the Lions Brigade is a Dane, Omar Haddad.', 'Omar Haddad leader-of Lions Brigade'],
    ['Gen. Omar Haddad fled. A son of the general, Karim Osman, was arrested.', 'Karim Osman relative-of Omar Haddad'],
    [
      'Leila Haddad fled. Miss Haddad joined the Lions Brigade in 1980.',
      'Leila Haddad member-of Lions Brigade (in 1980)',
    ],
    [
      'Soldiers burned the office of the sect Boko Nuru. The sect is led by Omar Haddad.',
      'Omar Haddad leader-of Boko Nuru',
    ],
    ["The Lions Brigade's chief of staff, Omar Haddad, fled.", 'Omar Haddad leader-of Lions Brigade'],
    ['Omar Haddad denied any link with Cuba.', 'Omar Haddad affiliate-of Cuba (denied)'],
  ])('in %s', (text, told) => {
    expect(relationsToldIn(text)).toEqual(expect.arrayContaining([expect.stringContaining(told)]))
  })

  it.each([
    ['Tehran says that its budget is small. The Lions Brigade fled.', 'funded-by'],
    ['A spokesman, Omar Haddad, said that his group had fled.', 'leader-of'],
    ["Omar Haddad's militia fled.", 'leader-of'],
    ['The army of the young marched.', 'leader-of'],
    ['The costs include fuel and bread.', 'founder-of'],
    ["The president's chief of staff, Omar Haddad, fled.", 'leader-of'],
    ['The mayor has ties to the harbour.', 'affiliate-of'],
    ['Gen. Omar Haddad fled. A son of the baker, Karim Osman, was arrested.', 'relative-of Omar Haddad'],
  ])('nobody in %s', (text, property) => {
    expect(relationsToldIn(text).filter((line) => line.includes(` ${property}`))).toEqual([])
  })
})
