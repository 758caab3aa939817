import { CommanderError } from 'commander'
import { createProgram } from './createProgram.ts'
import { asAscribeError, EXIT, exitCodeOf } from './exitCodes.ts'
import type { Surroundings } from './Surroundings.ts'

/** Runs one command line and returns its exit code. */
export async function runProgram(args: readonly string[], surroundings: Surroundings): Promise<number> {
  // A reader that has seen enough ("ascribe incidents | head") closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok)
    throw error
  })
  let code: number = EXIT.ok
  const program = createProgram(surroundings, (outcome) => {
    code = outcome
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const known = asAscribeError(error)
    if (args.includes('--json') || args.includes('--jsonl')) process.stdout.write(`${JSON.stringify(known)}\n`)
    process.stderr.write(`ascribe: ${known.message}\n  ${known.remedy}\n`)
    if (known.code === 'unexpected' && process.env['ASCRIBE_DEBUG']) console.error(error)
    return exitCodeOf(known)
  }
}
