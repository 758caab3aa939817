import { existsSync } from 'node:fs'
import { ensureDebianPackage } from './debianPackage.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of a Chromium of this machine, or undefined. */
export const chromium = () => [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path))

/** Chromium for the browser tests; Debian's package where it is missing and may be installed. */
export const ensureChromium = () => ensureDebianPackage('chromium', () => chromium() !== undefined)
