/** Path of a Chromium of this machine, or undefined. */
export function chromium(): string | undefined
/** Chromium for the browser tests; Debian's package where it is missing and may be installed. */
export function ensureChromium(): boolean
