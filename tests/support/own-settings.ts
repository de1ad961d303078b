import { afterAll } from 'vitest'

// The test files of one worker share its process: none leaves its settings to the next.
const before = { ...process.env }

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})
