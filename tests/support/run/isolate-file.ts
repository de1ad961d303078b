import { afterAll, vi } from 'vitest'

// The test files of one worker share its process and what it read of the packages. Our own modules each file has anew, with
// what they keep; and none leaves its settings to the next.
vi.resetModules()
const initialEnv = { ...process.env }

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in initialEnv)) delete process.env[name]
  Object.assign(process.env, initialEnv)
})
