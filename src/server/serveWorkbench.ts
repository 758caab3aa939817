import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import { AscribeError } from '../base/AscribeError.ts'
import type { Server } from './createServer.ts'

/**
 * Serves the built workbench. Paths that are no file and not the API's are views of the workbench, whose address holds
 * what is shown: they answer with its page. Files under `assets/` carry a hash of their content in their name.
 */
export async function serveWorkbench(server: Server, webRoot: string | undefined): Promise<void> {
  const page = webRoot !== undefined && existsSync(join(webRoot, 'index.html'))
  if (page) {
    await server.register(files, {
      root: webRoot,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  server.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
    if (wantsPage && page) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    if (wantsPage && webRoot !== undefined) {
      throw new AscribeError('web-not-built', 'the workbench is not built', 'run: npm run build:web')
    }
    throw new AscribeError('not-found', `nothing is at ${request.url}`, 'see /api/openapi.json for what there is')
  })
}
