import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { Tokenizer } from './Tokenizer.ts'

const file = join(import.meta.dirname, '../../../vocabulary/lexicons/segmentation.json')
const tokenizer = new Tokenizer(parseSegmentationLexicon(readFileSync(file, 'utf8'), file))
const words = (text: string): string => {
  const { starts, ends } = tokenizer.cut(text, 0, text.length)
  return starts.map((start, i) => text.slice(start, ends[i])).join(' ')
}

const expectWords = (name: string, cases: readonly (readonly [text: string, expected: string])[]) =>
  describe(name, () => {
    it.each(cases)('%s', (text, expected) => {
      expect(words(text)).toBe(expected)
    })
  })

expectWords('contractions and possessives', [
  ["I don't, won't, can't and ain't.", "I do n't , wo n't , ca n't and ai n't ."],
  ['You cannot; he’s gonna, they wanna.', 'You can not ; he ’s gon na , they wan na .'],
  ["the soldiers' camp, James's gun, the '90s", "the soldiers ' camp , James 's gun , the '90s"],
  ["He'd've gone; let's go; it's his", "He 'd 've gone ; let 's go ; it 's his"],
  ["in the 1980s and 1980's", "in the 1980s and 1980's"],
  ["that 's it, WE 'RE HERE", "that 's it , WE 'RE HERE"],
  ['its a pity, its not over', 'it s a pity , it s not over'],
  ['its own, its not-for-profit arm, its commander', 'its own , its not - for - profit arm , its commander'],
])

expectWords('names written with other letters in mind', [
  ["Abd al-Rahman al-Sha'ab of Sana'a", "Abd al - Rahman al - Sha'ab of Sana'a"],
  ["Ta'izz, Ba'quba and Côte d'Ivoire", "Ta'izz , Ba'quba and Côte d'Ivoire"],
  ['Mu’ammar al-Nadir and O’Hara', 'Mu’ammar al - Nadir and O’Hara'],
  ["L'Aquila, al Qa'ida, Hizb ut-Tahrir", "L'Aquila , al Qa'ida , Hizb ut - Tahrir"],
  ["the man's 'plan' and 'Go,' he said", "the man 's ' plan ' and ' Go , ' he said"],
])

expectWords('addresses and what is posted', [
  ['Follow @north_watch and #FreeThem2024 now', 'Follow @north_watch and #FreeThem2024 now'],
  ['rule #1, room #12', 'rule # 1 , room # 12'],
  ['mail a.noor-hale@mail.example.co.uk today', 'mail a.noor-hale@mail.example.co.uk today'],
  ['at www.example.org/x_y?z=1&b=2 (archived)', 'at www.example.org/x_y?z=1&b=2 ( archived )'],
  ['Draft .doc and plan.pdf, but the end .the next', 'Draft .doc and plan.pdf , but the end . the next'],
])

expectWords('numbers, money, times and scores', [
  ['They won 3-2, not 10–0.', 'They won 3 - 2 , not 10 – 0 .'],
  ['paid €50,000, £3m, US$1.2bn and ¥900', 'paid € 50,000 , £ 3 m , US$ 1.2 bn and ¥ 900'],
  ['at 05:30 GMT, 0630 local, 7.45pm', 'at 05:30 GMT , 0630 local , 7.45 pm'],
  ['a 7.62mm round, an AK-47 and 120-mm mortars', 'a 7.62 mm round , an AK - 47 and 120 - mm mortars'],
  ['the 25-year-old ex-soldier, the 3rd and 21st', 'the 25 - year - old ex-soldier , the 3rd and 21st'],
  ['10-15 people, 1990-95, pp. 3-5', '10 - 15 people , 1990 - 95 , pp. 3 - 5'],
  ['45° and 30%, 5kms, 3 ft. away', '45 ° and 30 % , 5 kms , 3 ft. away'],
])

expectWords('stops that belong to a word', [
  ['U.N.-backed and U.S.-led talks', 'U.N. - backed and U.S. - led talks'],
  ['Maj. Gen. Karim, Fr. Paul, a Ph.D. student', 'Maj. Gen. Karim , Fr. Paul , a Ph.D. student'],
  ['the gen. left. Gen. Hale stayed.', 'the gen . left . Gen. Hale stayed .'],
  ['Is it so.? It is ...?', 'Is it so .? It is ... ?'],
  ['Q&A with the AT&T man, and/or Kabul/Herat', 'Q&A with the AT&T man , and / or Kabul / Herat'],
  ['He said "no"--twice, ‘’no’’', 'He said " no " -- twice , ‘’ no ’’'],
])
