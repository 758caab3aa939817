import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findFiles } from './findFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'ascribe-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(() => {
  for (const path of ['b.txt', 'a.md', 'c.json', '.hidden.txt', 'deep/d.HTML', 'node_modules/e.txt']) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), 'x')
  }
  mkdirSync(join(folder, 'empty'))
  symlinkSync(folder, join(folder, 'deep', 'loop'))
})
const found = (path: string) => findFiles(join(folder, path)).map((file) => relative(folder, file))

it('finds the readable files of a folder in order, and does not run in circles', () => {
  expect(found('')).toEqual(['a.md', 'b.txt', 'deep/d.HTML'])
})
it('takes a file that is named itself, whatever its ending', () => expect(found('c.json')).toEqual(['c.json']))
it.each([
  ['nothing.txt', 'file-missing'],
  ['empty', 'folder-empty'],
])('says what is wrong with %s', (path, code) =>
  expect(() => found(path)).toThrowError(expect.objectContaining({ code })),
)
