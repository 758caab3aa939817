import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { chromium as chromiumPath } from '../../setup/ensureChromium.mjs'
import { toReportInput } from '../../src/intake/toReportInput.ts'
import { openRecord } from '../../src/record/openRecord.ts'
import type { Record } from '../../src/record/Record.ts'
import type { ServerOptions } from '../../src/server/ServerOptions.ts'
import { startServer } from '../../src/server/startServer.ts'

const WEB = join(import.meta.dirname, '..', '..', 'web')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let built: Promise<unknown> | undefined

/** A running workbench on a record of its own, in a real browser. */
export interface Workbench {
  readonly url: string
  readonly record: Record
  /** addresses outside this machine that any page asked for */
  readonly strayed: readonly string[]
  /** what pages complained of */
  readonly complaints: readonly string[]
  /** A page in a window of its own. */
  open(path: string, window?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** Builds the pages, starts a server on an empty record, and a browser that nothing has used before. */
export async function openWorkbench(reader: ServerOptions['reader']): Promise<Workbench> {
  built ??= build({ root: WEB, configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' })
  await built
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-browser-'))
  const record = await openRecord({ file: join(folder, 'record.ascribe') })
  const server = await startServer({ record, reader, intake: toReportInput, webRoot: join(WEB, 'dist') })
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS })
  const contexts: BrowserContext[] = []
  const strayed: string[] = []
  const complaints: string[] = []
  return {
    url: server.url,
    record,
    strayed,
    complaints,
    async open(path, window) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...window,
      })
      contexts.push(context)
      const page = await context.newPage()
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) strayed.push(request.url())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        // A refused upload is shown on the page; the browser logs its status as well.
        if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text())
      })
      await page.goto(server.url + path)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
      await record.close()
      rmSync(folder, { recursive: true })
    },
  }
}
