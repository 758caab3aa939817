import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { AnsiUp } from 'ansi_up'
import { chromium } from 'playwright-core'
import { chromium as chromiumPath } from './ensureChromium.mjs'

const root = join(import.meta.dirname, '..')

/**
 * Runs a command as if in a terminal (`script` of util-linux gives it one, so colours are on) and writes a picture of the
 * first `lines` lines that it prints to `path`.
 */
export async function terminalPicture(command: string, path: string, lines: number): Promise<void> {
  const output = execFileSync('script', ['-qec', command, '/dev/null'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      TERM: 'xterm-256color',
      COLUMNS: '110',
      PATH: `${join(root, 'bin')}:${process.env['PATH']}`,
    },
  })
  const shown = output.replaceAll('\r', '').split('\n').slice(0, lines).join('\n')
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ deviceScaleFactor: 1.5, viewport: { width: 1180, height: 400 } })
  await page.setContent(`<style>
    body { margin: 0; background: #17161a; }
    pre { display: inline-block; margin: 0; padding: 22px 28px; color: #e8e4dc; background: #17161a;
      font: 14px/1.45 'DejaVu Sans Mono', 'Liberation Mono', monospace; }
    b { color: #9a948a; font-weight: normal; }
  </style><pre><b>$ ${command}</b>\n\n${new AnsiUp().ansi_to_html(shown)}</pre>`)
  await page.locator('pre').screenshot({ path })
  await browser.close()
}
