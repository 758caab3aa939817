import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'web/**/*.test.ts',
      'bench/**/*.test.ts',
      'training/**/*.test.ts',
      'kernel/**/*.test.ts',
    ],
    testTimeout: 60_000,
  },
})
