// Writes reports to the record in the file that it is given, and says after each that it is stored, until it is killed.
import { openRecord } from '../../src/record/openRecord.ts'
import { exactly, handmade } from './handmade.ts'

const record = await openRecord({ file: process.argv[2] })
const { reports } = await record.summary()
for (let number = reports; ; number++) {
  const statements = Array.from({ length: 40 }, (_, index) => ({
    about: 'attack',
    property: 'killed',
    value: exactly(index),
    words: 'attack',
    chain: [{ name: 'police' }],
  }))
  const text = `Report ${number}: an attack, police said.`
  const { report, reading } = handmade({ text }, { incidents: [{ label: 'attack', type: 'attack' }], statements })
  await record.addReading(report, reading)
  process.stdout.write(`${number} stored\n`)
}
