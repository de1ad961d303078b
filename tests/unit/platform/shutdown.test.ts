import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createShutdown } from '@/lib/platform/start/shutdown'

function createTestShutdown() {
  const events: string[] = []
  let ms = 0
  const shutdown = createShutdown({ exit: (code) => events.push(`exit ${code}`), elapsed: () => ms })
  const hangs = () => new Promise<never>(() => undefined)
  return {
    ...shutdown,
    seen: events,
    hangs,
    step: (name: string) => () => {
      events.push(name)
    },
    passes: (more: number) => {
      ms += more
    },
  }
}

it('runs the steps in reverse order, also when one fails', async () => {
  const { onShutdown, handleSignal, step, seen } = createTestShutdown()
  onShutdown(step('database'), { must: true })
  onShutdown(() => Promise.reject(new Error('gone already')))
  onShutdown(step('worker'))
  handleSignal()
  await nextTurn()
  expect(seen).toEqual(['worker', 'database', 'exit 0'])
})

it('treats signals within a second as one', async () => {
  const { onShutdown, handleSignal, step, seen, hangs, passes } = createTestShutdown()
  onShutdown(step('database'), { must: true })
  onShutdown(hangs)
  handleSignal()
  handleSignal()
  passes(999)
  handleSignal()
  await nextTurn()
  expect(seen).toEqual([])
})

it('skips optional steps after a second signal, and waits for required ones', async () => {
  const { onShutdown, handleSignal, step, seen, hangs, passes } = createTestShutdown()
  let stopped = () => {}
  onShutdown(() => new Promise<void>((resolve) => (stopped = resolve)), { must: true })
  onShutdown(hangs)
  onShutdown(step('worker'))
  handleSignal()
  passes(1_000)
  handleSignal()
  await nextTurn()
  expect(seen).toEqual(['worker'])
  stopped()
  await nextTurn()
  expect(seen).toEqual(['worker', 'exit 1'])
})

it('runs steps that are added during the shutdown, and each step once', async () => {
  const { onShutdown, shutDown, step, seen } = createTestShutdown()
  onShutdown(
    async () => {
      seen.push('database')
      onShutdown(step('connections'))
    },
    { must: true },
  )
  await shutDown(1)
  expect(seen).toEqual(['database', 'connections', 'exit 1'])
})
