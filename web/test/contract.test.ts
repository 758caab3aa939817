import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', 'src')

it('the workbench knows only the API’s contract, and only its types', () => {
  const breaches = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^import ([^']*)'((?:\.\.\/)+src\/[^']*)'/gm)]
        .filter(([, what, from]) => !what.startsWith('type ') || !from.endsWith('/src/server/contract/answers.ts'))
        .map(([, , from]) => `${file} imports ${from}`),
    )
  expect(breaches).toEqual([])
})
