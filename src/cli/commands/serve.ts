import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AscribeError } from '../../base/AscribeError.ts'
import { toReportInput } from '../../intake/toReportInput.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { EXIT } from '../exitCodes.ts'
import { openRecordAt } from '../openRecordAt.ts'
import type { Surroundings } from '../Surroundings.ts'

interface ServeOptions {
  readonly port?: number
  readonly host: string
  readonly open?: boolean
  readonly record?: string
}

const PORT = 4280
const WEB = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** `ascribe serve`: runs until it is interrupted. */
export async function serve(options: ServeOptions, surroundings: Surroundings): Promise<number> {
  const record = await openRecordAt(options.record, { mustExist: false })
  try {
    const built = existsSync(WEB)
    if (!built)
      process.stderr.write('ascribe: the workbench is not built, so only the API is served: run `npm start` once\n')
    const start = (port: number) =>
      surroundings.startServer({
        record,
        reader: openEnglishReader(),
        intake: toReportInput,
        host: options.host,
        port,
        ...(built ? { webRoot: WEB } : {}),
      })
    const server = await start(options.port ?? PORT).catch((error: unknown) => {
      const taken = error instanceof AscribeError && error.code === 'port-taken' && options.port === undefined
      if (taken) return start(0)
      throw error
    })
    process.stdout.write(`Ascribe is at ${server.url} (Ctrl+C ends it)\n`)
    if (options.open) openBrowser(server.url)
    await interrupted()
    await server.close()
    return EXIT.ok
  } finally {
    await record.close()
  }
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

/** Where there is no browser to open, the address stands on the screen. */
function openBrowser(url: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
