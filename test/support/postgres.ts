import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of this test's own, in a temporary folder, on a port of its own. */
export interface TestPostgres {
  /** URL of a new, empty database */
  newDatabase(): Promise<string>
  readonly port: number
  stop(): Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'

function binaries(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const folders = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .filter((bin) => existsSync(join(bin, 'initdb')))
  const onPath = spawnSync('sh', ['-c', 'dirname "$(command -v initdb)"'], { encoding: 'utf8' }).stdout.trim()
  const found = folders.at(-1) ?? (existsSync(join(onPath, 'initdb')) ? onPath : undefined)
  if (found === undefined)
    throw new Error('PostgreSQL 15 or newer is needed for these tests: sudo apt-get install postgresql')
  return found
}

/** The server refuses to run as root: it gets an unprivileged user then. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string, user: string) => spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim()
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== '') ?? 'nobody'
  return { uid: Number(idOf('-u', user)), gid: Number(idOf('-g', user)) }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export async function startPostgres(): Promise<TestPostgres> {
  const bin = binaries()
  const user = serverUser()
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'ascribe', '-A', 'trust', '-N', '--locale=C.UTF-8', '-E', 'UTF8'],
    {
      ...user,
      cwd: folder,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const options = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off']
  const server = spawn(join(bin, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const admin = `postgres://ascribe@127.0.0.1:${port}/postgres`
  await untilUp(admin)
  let databases = 0
  return {
    port,
    async newDatabase() {
      const name = `test_${++databases}`
      await query(admin, `create database ${name}`)
      return `postgres://ascribe@127.0.0.1:${port}/${name}`
    },
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function untilUp(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await query(url, 'select 1')
    } catch (error) {
      if (attempt === 150) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
