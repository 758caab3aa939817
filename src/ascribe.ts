// The program: the command line, and the server that one of its commands starts.
import { runProgram } from './cli/runProgram.ts'

process.exitCode = await runProgram(process.argv.slice(2), {
  startServer: async (options) => (await import('./server/startServer.ts')).startServer(options),
})
