import type { AddressInfo } from 'node:net'
import { AscribeError } from '../base/AscribeError.ts'
import { createServer } from './createServer.ts'
import type { ServerOptions } from './ServerOptions.ts'

/** Starts the server on this machine's own address; nothing outside the machine reaches it unless `host` says so. */
export async function startServer(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { host = '127.0.0.1', port = 0 } = options
  const server = await createServer(options)
  try {
    await server.listen({ host, port })
  } catch (error) {
    await server.close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new AscribeError(
        'port-taken',
        `port ${port} is taken by another program`,
        'choose another with --port',
        error,
      )
    }
    throw error
  }
  const address = server.server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, close: () => server.close() }
}
