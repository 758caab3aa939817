import { SingleBar } from 'cli-progress'
import { shortened } from './display/printable.ts'

/** A progress bar on the standard error of a terminal; nothing is drawn anywhere else, nor for work that is done at once. */
export class Progress {
  readonly #bar: SingleBar | undefined

  constructor(total: number, unit: string) {
    if (!process.stderr.isTTY || total < 3) return
    this.#bar = new SingleBar({
      format: ` {bar} {value} of {total} ${unit}  {eta_formatted} left  {name}`,
      stream: process.stderr,
      barCompleteChar: '━',
      barIncompleteChar: '┈',
      clearOnComplete: true,
      hideCursor: true,
      barsize: 30,
      fps: 10,
    })
    this.#bar.start(total, 0, { name: '' })
  }

  /** So much is done; `name` is what is being worked on. */
  update(done: number, name = ''): void {
    this.#bar?.update(done, { name: shortened(name, 40) })
  }

  stop(): void {
    this.#bar?.stop()
  }
}
