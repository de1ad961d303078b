import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/platform/env'
import { safeErrorFields } from '@/lib/platform/safe-error'

const userInput = 'Merkbare Naamgever'

function catchError(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('what a log says of an error', () => {
  it('is its kind, its code and where in our files it happened', () => {
    const error = catchError(() => readEnv({ PORT: 'tachtig' }))
    expect(safeErrorFields(Object.assign(error as Error, { code: 'E1', digest: '7' }))).toEqual({
      error: 'StartError',
      code: 'E1',
      digest: '7',
      at: expect.stringMatching(/^lib\/platform\/env\.ts:\d+:\d+/),
    })
  })

  it.each([
    ['of JSON that cannot be read', () => JSON.parse(userInput)],
    ['of an address that is none', () => new URL(`//${userInput}`)],
    [
      'that looks like a place',
      () => {
        throw new Error(`x\n    at ${userInput} (lib/platform/env.ts:1:1)\n    at lib/Merkbare.ts:2:2`)
      },
    ],
    [
      'that changed after it was thrown',
      () => {
        const error = new Error('kort')
        error.message = `    at lib/a.ts:1:1\n    at ${userInput} (lib/b.ts:2:2)`
        throw error
      },
    ],
    [
      'with another inside it',
      () => {
        throw new Error('buiten', { cause: new Error(userInput) })
      },
    ],
  ])('is never its message: %s', (_, act) => {
    const said = JSON.stringify(safeErrorFields(catchError(act)))
    expect(said).not.toContain(userInput)
    expect(said).not.toContain('Merkbare')
  })

  it('is little when it is no error', () => {
    expect(safeErrorFields(userInput)).toEqual({ error: 'unknown' })
    expect(safeErrorFields(undefined)).toEqual({ error: 'unknown' })
  })
})
