import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/platform/env'
import { errorFacts } from '@/lib/platform/error-facts'

const typed = 'Merkbare Naamgever'

function thrownBy(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('what a log says of an error', () => {
  it('is its kind, its code and where in our files it happened', () => {
    const error = thrownBy(() => readEnv({ PORT: 'tachtig' }))
    expect(errorFacts(Object.assign(error as Error, { code: 'E1', digest: '7' }))).toEqual({
      error: 'StartError',
      code: 'E1',
      digest: '7',
      at: expect.stringMatching(/^lib\/platform\/env\.ts:\d+:\d+/),
    })
  })

  it.each([
    ['of JSON that cannot be read', () => JSON.parse(typed)],
    ['of an address that is none', () => new URL(`//${typed}`)],
    [
      'that looks like a place',
      () => {
        throw new Error(`x\n    at ${typed} (lib/platform/env.ts:1:1)\n    at lib/Merkbare.ts:2:2`)
      },
    ],
    [
      'that changed after it was thrown',
      () => {
        const error = new Error('kort')
        error.message = `    at lib/a.ts:1:1\n    at ${typed} (lib/b.ts:2:2)`
        throw error
      },
    ],
    [
      'with another inside it',
      () => {
        throw new Error('buiten', { cause: new Error(typed) })
      },
    ],
  ])('is never its message: %s', (_, act) => {
    const said = JSON.stringify(errorFacts(thrownBy(act)))
    expect(said).not.toContain(typed)
    expect(said).not.toContain('Merkbare')
  })

  it('is little when it is no error', () => {
    expect(errorFacts(typed)).toEqual({ error: 'unknown' })
    expect(errorFacts(undefined)).toEqual({ error: 'unknown' })
  })
})
