import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const SOURCE = 'assembly/kernel.ts'
const OPTIONS = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--importMemory', '--noAssert']

/** The WebAssembly of `assembly/kernel.ts`. */
export async function compileKernel(): Promise<Buffer> {
  let code = Buffer.alloc(0)
  const { error, stderr } = await asc.main([SOURCE, ...OPTIONS, '--outFile', 'kernel.wasm'], {
    readFile: (name: string) => (name === SOURCE ? readFileSync(join(import.meta.dirname, SOURCE), 'utf8') : null),
    writeFile: (_: string, contents: Uint8Array | string) => {
      code = Buffer.from(contents)
    },
    listFiles: () => [],
  })
  if (error) throw new Error(`assembly/kernel.ts does not compile: ${stderr.toString()}`)
  return code
}
