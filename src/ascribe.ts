// The program: the command line, and the server that one of its commands starts.
import { enableCompileCache } from 'node:module'

// Keeps compiled code, types already stripped, in the folder for temporary files: later starts take half the time.
enableCompileCache()
const { runProgram } = await import('./cli/runProgram.ts')

process.exitCode = await runProgram(process.argv.slice(2), {
  startServer: async (options) => (await import('./server/startServer.ts')).startServer(options),
})
