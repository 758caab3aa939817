// npm run build:kernel     compiles kernel/assembly/kernel.ts into src/learned/kernelCode.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileKernel } from './compileKernel.ts'

const target = join(import.meta.dirname, '..', 'src', 'learned', 'kernelCode.ts')
const code = (await compileKernel()).toString('base64')
writeFileSync(
  target,
  `/** Made from kernel/assembly/kernel.ts by \`npm run build:kernel\`: WebAssembly, in base64. */\nexport const KERNEL_CODE =\n  '${code}'\n`,
)
