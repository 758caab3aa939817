import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openRecord } from '../src/record/openRecord.ts'

const folder = mkdtempSync(join(tmpdir(), 'ascribe-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a record whose writer is killed holds whole reports only, and takes more', async () => {
  const file = join(folder, 'killed.ascribe')
  const script = join(import.meta.dirname, 'support', 'writeForever.ts')
  for (const rounds of [3, 8]) {
    const writer = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, file])
    const ended = new Promise((resolve) => writer.once('exit', resolve))
    let lines = ''
    for await (const piece of writer.stdout) {
      lines += piece
      if (lines.split('\n').length > rounds) break
    }
    writer.kill('SIGKILL')
    await ended
    const told = lines.split('\n').filter((line) => line.endsWith(' stored')).length
    const record = await openRecord({ file })
    const { items, total } = await record.reports({ limit: 1000 })
    expect(total).toBeGreaterThanOrEqual(told)
    expect(
      items.filter(({ statements, incidents, sources }) => statements !== 40 || incidents !== 1 || sources !== 2),
    ).toEqual([])
    expect(await record.summary()).toMatchObject({ statements: total * 40, incidents: total })
    await record.close()
  }
})
