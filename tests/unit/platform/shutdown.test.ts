import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createShutdown } from '@/lib/platform/shutdown'

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

it('ends first what was begun last, also when a step fails', async () => {
  const { onShutdown, handleSignal, step, seen } = createTestShutdown()
  onShutdown(step('database'), { must: true })
  onShutdown(() => Promise.reject(new Error('gone already')))
  onShutdown(step('worker'))
  handleSignal()
  await turn()
  expect(seen).toEqual(['worker', 'database', 'exit 0'])
})

it('takes a signal that comes more than once for one', async () => {
  const { onShutdown, handleSignal, step, seen, hangs, passes } = createTestShutdown()
  onShutdown(step('database'), { must: true })
  onShutdown(hangs)
  handleSignal()
  handleSignal()
  passes(999)
  handleSignal()
  await turn()
  expect(seen).toEqual([])
})

it('waits no longer for who insists, but for what must be done', async () => {
  const { onShutdown, handleSignal, step, seen, hangs, passes } = createTestShutdown()
  let stopped = () => {}
  onShutdown(() => new Promise<void>((resolve) => (stopped = resolve)), { must: true })
  onShutdown(hangs)
  onShutdown(step('worker'))
  handleSignal()
  passes(1_000)
  handleSignal()
  await turn()
  expect(seen).toEqual(['worker'])
  stopped()
  await turn()
  expect(seen).toEqual(['worker', 'exit 1'])
})

it('does what was begun while it ended, and nothing twice', async () => {
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
