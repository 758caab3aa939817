import { existsSync, readdirSync } from 'node:fs'
import { ensureDebianPackage } from './debianPackage.mjs'

const BASE = '/usr/lib/postgresql'

/** PostgreSQL's server programs, of which Debian puts a folder a version under /usr/lib/postgresql. */
export const ensurePostgres = () =>
  ensureDebianPackage(
    'postgresql',
    () => existsSync(BASE) && readdirSync(BASE).some((version) => existsSync(`${BASE}/${version}/bin/initdb`)),
  )
