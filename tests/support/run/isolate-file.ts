import { afterAll, vi } from 'vitest'

// Test files share the process of their worker and its loaded packages. Each file loads the modules of the product again, and
// starts with the initial environment.
vi.resetModules()
const initialEnv = { ...process.env }

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in initialEnv)) delete process.env[name]
  Object.assign(process.env, initialEnv)
})
