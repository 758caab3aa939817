import type { FastifyInstance } from 'fastify'
import { AscribeError } from '../base/AscribeError.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Keeps other web pages out of a server that anyone's browser on this machine can reach: a page of another site may send
 * requests here (cross-site request forgery), or point a name of its own at 127.0.0.1 (DNS rebinding). Refused are a
 * `Host` that is not this server's, and requests that a browser says come from another site. Programs send neither
 * `Origin` nor `Sec-Fetch-Site` and pass.
 */
export function guardOrigin(server: FastifyInstance, host: string): void {
  const hosts = new Set([...LOOPBACK, host.toLowerCase()])
  server.addHook('onRequest', async (request) => {
    const named = (request.headers.host ?? '').toLowerCase()
    if (!hosts.has(named.replace(/:\d+$/, ''))) {
      throw new AscribeError(
        'host-unknown',
        `this server does not answer to the name '${named}'`,
        `open it as http://127.0.0.1 with its port`,
      )
    }
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    const foreign = site === 'cross-site' || site === 'same-site'
    const writes = !SAFE.includes(request.method)
    if (
      (writes && origin !== undefined && origin !== `${request.protocol}://${named}`) ||
      (foreign && (writes || request.url.startsWith('/api/')))
    ) {
      throw new AscribeError(
        'origin-foreign',
        'this request comes from a page of another site',
        'send it from the workbench itself, or from a program',
      )
    }
  })
}
