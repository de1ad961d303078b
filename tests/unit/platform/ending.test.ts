import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { makeEnding } from '@/lib/platform/ending'

function aProcess() {
  const seen: string[] = []
  let ms = 0
  const ending = makeEnding({ exit: (code) => seen.push(`exit ${code}`), elapsed: () => ms })
  const hangs = () => new Promise<never>(() => undefined)
  return {
    ...ending,
    seen,
    hangs,
    step: (name: string) => () => {
      seen.push(name)
    },
    passes: (more: number) => {
      ms += more
    },
  }
}

it('ends first what was begun last, also when a step fails', async () => {
  const { atEnd, asked, step, seen } = aProcess()
  atEnd(step('database'), { must: true })
  atEnd(() => Promise.reject(new Error('gone already')))
  atEnd(step('worker'))
  asked()
  await turn()
  expect(seen).toEqual(['worker', 'database', 'exit 0'])
})

it('takes a signal that comes more than once for one', async () => {
  const { atEnd, asked, step, seen, hangs, passes } = aProcess()
  atEnd(step('database'), { must: true })
  atEnd(hangs)
  asked()
  asked()
  passes(999)
  asked()
  await turn()
  expect(seen).toEqual([])
})

it('waits no longer for who insists, but for what must be done', async () => {
  const { atEnd, asked, step, seen, hangs, passes } = aProcess()
  let stopped = () => {}
  atEnd(() => new Promise<void>((resolve) => (stopped = resolve)), { must: true })
  atEnd(hangs)
  atEnd(step('worker'))
  asked()
  passes(1_000)
  asked()
  await turn()
  expect(seen).toEqual(['worker'])
  stopped()
  await turn()
  expect(seen).toEqual(['worker', 'exit 1'])
})

it('does what was begun while it ended, and nothing twice', async () => {
  const { atEnd, end, step, seen } = aProcess()
  atEnd(
    async () => {
      seen.push('database')
      atEnd(step('connections'))
    },
    { must: true },
  )
  await end(1)
  expect(seen).toEqual(['database', 'connections', 'exit 1'])
})
