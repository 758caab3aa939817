import { describe, expect, it } from 'vitest'
import { relationsToldIn } from '../../../test/relationsToldIn.ts'

describe('a relation told in another way', () => {
  it.each([
    ['Under Omar Haddad, the Lions Brigade burned three villages.', 'Omar Haddad leader-of Lions Brigade'],
    ["Omar Haddad's Lions Brigade fled.", 'Omar Haddad leader-of Lions Brigade'],
    ['Omar Haddad, the police spokesman, denied it.', 'Omar Haddad spokesperson-of police'],
    ['Omar Haddad, a Lions Brigade commander, fled.', 'Omar Haddad member-of Lions Brigade'],
    ['Omar Haddad, nicknamed the Owl, was arrested.', 'Omar Haddad alias-of Owl'],
    ['The police identified Abu Salim as Karl Weiss.', 'Abu Salim alias-of Karl Weiss'],
    ['Libya gave the Harbour Front $10 million.', 'Harbour Front funded-by Libya'],
    ['Libya supplied the Lions Brigade with rockets.', 'Lions Brigade funded-by Libya'],
    ['The Lions Brigade and the Creek Boys merged in 1974.', 'Lions Brigade allied-with Creek Boys (in 1974)'],
    ['The Lions Brigade, together with the Creek Boys, seized the port.', 'Lions Brigade allied-with Creek Boys'],
    ['The Lions Brigade and the Creek Boys have been at odds for years.', 'Lions Brigade rival-of Creek Boys'],
    ['Fighting broke out between the Lions Brigade and the Creek Boys.', 'Lions Brigade fights Creek Boys'],
    [
      'The Lions Brigade, at war with the army since 1999, agreed to talks.',
      'Lions Brigade fights the army (since 1999)',
    ],
    [
      'The 5th Brigade of the Harbour Front seized the port.',
      'The 5th Brigade of the Harbour Front part-of Harbour Front',
    ],
    ['Omar Haddad, brother of the slain mayor, Karim Haddad, fled.', 'Omar Haddad relative-of Karim Haddad'],
    ['Omar Haddad and his two sons, Karim and Salim, fled.', 'Salim relative-of Omar Haddad'],
    ['Omar Haddad, a nephew and trusted aide of Karim Osman, fled.', 'Omar Haddad relative-of Karim Osman'],
    ['Omar Haddad and Karim Osman, both members of the Lions Brigade, fled.', 'Karim Osman member-of Lions Brigade'],
    ['His widow blames the police for the death of Omar Haddad.', 'Omar Haddad killed-by the police'],
    ['Omar Haddad, now in Libya, denied it.', 'Omar Haddad located-in Libya'],
    [
      'The Red Kites fled. The police said that Omar Haddad heads the Red Kites.',
      'Omar Haddad leader-of the Red Kites',
    ],
  ])('%s', (text, told) => {
    expect(relationsToldIn(text)).toEqual(expect.arrayContaining([expect.stringContaining(told)]))
  })

  it.each([
    ['Under the new law, the Lions Brigade disbanded.', 'leader-of'],
    ["Omar Haddad's bakery burned.", 'leader-of'],
    ['Omar Haddad, the bank spokesman, denied it.', 'spokesperson-of police'],
    ['Omar Haddad, nicknamed by nobody, was arrested.', 'alias-of'],
    ['The police identified the gunman as Karl Weiss.', 'alias-of'],
    ['Libya gave the Lions Brigade an answer.', 'funded-by'],
    ['The two lanes merged in 1974.', 'allied-with'],
    ['The Lions Brigade, together with its flags, left the port.', 'allied-with'],
    ['Fire broke out between the mill and the quay.', 'fights'],
    ['The Lions Brigade, at ease since 1999, agreed to talks.', 'fights'],
    ['The Battalion of the Lions Brigade fled.', 'part-of the army'],
    ['Omar Haddad and his two trucks were found.', 'relative-of'],
    ['His widow blames the heat for the death of Omar Haddad.', 'killed-by the police'],
    ['Omar Haddad, now in tears, denied it.', 'located-in'],
    ['Two members of the Lions Brigade, a teacher and a nurse, fled.', 'member-of a'],
    ['The Lions Brigade trained the camera at a farm near Sabha.', 'trained-at'],
    ['Omar Haddad left for lunch in Libya.', 'member-of'],
    ['A group called Jund al Bahr (Soldiers of the Caliphate) claimed the raid.', 'member-of'],
    ['The bridge, built in the 1970s by Omar Haddad, fell.', 'founder-of'],
    ['Omar Haddad opened a shop under the new law.', 'alias-of'],
    ['The mill belongs to the Northern Liberation Front.', 'part-of'],
    ['The Caspian Brotherhood fled. The teachers are led by Omar Haddad.', 'leader-of Caspian'],
    ['The largest of three ships left the Lions Brigade behind.', 'split-from'],
  ])('not in %s', (text, property) => {
    expect(relationsToldIn(text).filter((line) => line.includes(` ${property}`))).toEqual([])
  })
})
