/** `linearScores.wat`, assembled: `wat2wasm linearScores.wat -o - | base64`. */
const BYTES =
  'AGFzbQEAAAABCwFgB39/f39/f38AAhEBBW1vZGVsBm1lbW9yeQIAAQMCAQAHCgEGc2NvcmVzAAAK0gMBzwMCB38CeyAAIAFBAnRq' +
  'IQcgBiEIAkADQCAAIAdPDQEgACgCACELIAIgCyADdkEDdGohCQJAA0AgCSgCBCIKRQ0BIAkoAgAgC0YNASAJQQhqIQkMAAsLIAgg' +
  'CjYCACAIIApBAEdBAnRqIQggAEEEaiEADAALCyAGIQwgBiENIAghBwJAA0AgDSAITw0BIA0oAgAhCiAKQQJxIQkgByAKNgIAIAdB' +
  'BCAJQQF0a2ohByAMIApBAnM2AgAgDCAJQQF0aiEMIA1BBGohDQwACwtBACELA0D9DAAAAAAAAAAAAAAAAAAAAAAhDv0MAAAAAAAA' +
  'AAAAAAAAAAAAACEPIAYhDQJAA0AgDSAMTw0BIA0oAgAgC2ohCSAOIAn9AwMA/a4BIQ4gDyAJ/QMDCP2uASEPIA1BBGohDQwACwsg' +
  'BCALQQF0aiEJIAkgDv0LBAAgCSAP/QsEECALQRBqIgsgBUkNAAsgCCENAkADQCANIAdPDQEgDSgCACEKQQAhCSAKQQFxRQRAIAoh' +
  'CSAJKAIAIQoLA0AgBCAKQfz/A3FqIQsgCyALKAIAIApBEHVqNgIAIApBAXFFBEAgCUEEaiIJKAIAIQoMAQsLIA1BBGohDQwACwsL'

/** Sets the i32 of each class at `out` to the sum over the `n` features at `features`; see `linearScores.wat`. */
export type LinearScores = (
  features: number,
  n: number,
  slots: number,
  shift: number,
  out: number,
  size: number,
  list: number,
) => void

let assembled: WebAssembly.Module | undefined

/** The inner loop of the linear models over a memory. */
export function linearScores(memory: WebAssembly.Memory): LinearScores {
  assembled ??= new WebAssembly.Module(Uint8Array.from(atob(BYTES), (character) => character.charCodeAt(0)))
  return new WebAssembly.Instance(assembled, { model: { memory } }).exports.scores as LinearScores
}
