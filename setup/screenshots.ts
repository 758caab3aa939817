// npm run screenshots: reads the examples and writes docs/images/*.png from the running workbench.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toReportInput } from '../src/intake/toReportInput.ts'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { openWorkbench } from '../test/browser/openWorkbench.ts'
import { terminalPicture } from './terminalPicture.ts'

const root = join(import.meta.dirname, '..')
const images = join(root, 'docs', 'images')
mkdirSync(images, { recursive: true })

const reader = openEnglishReader()
const workbench = await openWorkbench(reader)
const ids = new Map<string, string>()
for (const example of readdirSync(join(root, 'examples'))) {
  const report = reportOf(await toReportInput(readFileSync(join(root, 'examples', example, 'report.md')), 'report.md'))
  await workbench.record.addReading(report, reader.read(report))
  ids.set(example, report.id)
}

/** The incident on which most sources disagree: what the page of incidents is for. */
async function mostDisputed(): Promise<string | undefined> {
  const { items } = await workbench.record.incidents({ limit: 1000 })
  const scored = await Promise.all(
    items.map(async ({ id }) => {
      const properties = (await workbench.record.incident(id))?.properties ?? []
      const sides = properties
        .filter(({ disputed }) => disputed)
        .flatMap(({ positions }) => positions.flatMap((one) => [...one.independentSources, ...one.deniedBy]))
      return { id, sources: new Set(sides.map(({ key }) => key)).size, statements: sides.length }
    }),
  )
  return scored.sort((a, b) => b.sources - a.sources || b.statements - a.statements)[0]?.id
}

const shots = [
  { name: 'report', path: `/reports/${ids.get('claim-of-responsibility')}`, height: 1000 },
  { name: 'incidents', path: `/incidents/${await mostDisputed()}`, height: 900 },
]
for (const { name, path, height } of shots) {
  const page = await workbench.open(path, { viewport: { width: 1440, height } })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(images, `${name}.png`) })
}
await workbench.close()

await terminalPicture(
  'ascribe read --no-store examples/claim-of-responsibility/report.md',
  join(images, 'terminal.png'),
  20,
)
