import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/platform/env'
import { safeErrorFields } from '@/lib/platform/logger'

const userInput = 'Merkbare Naamgever'

function catchError(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('safeErrorFields', () => {
  it('returns the name, the codes and the place in our own files', () => {
    const error = catchError(() => readEnv({ PORT: 'tachtig' }))
    expect(safeErrorFields(Object.assign(error as Error, { code: 'E1', digest: '7' }))).toEqual({
      error: 'StartError',
      code: 'E1',
      digest: '7',
      at: expect.stringMatching(/^lib\/platform\/env\.ts:\d+:\d+/),
    })
  })

  it.each([
    ['of a JSON parse error', () => JSON.parse(userInput)],
    ['of an invalid URL', () => new URL(`//${userInput}`)],
    [
      'that looks like a stack frame',
      () => {
        throw new Error(`x\n    at ${userInput} (lib/platform/env.ts:1:1)\n    at lib/Merkbare.ts:2:2`)
      },
    ],
    [
      'that changed after the error was created',
      () => {
        const error = new Error('kort')
        error.message = `    at lib/a.ts:1:1\n    at ${userInput} (lib/b.ts:2:2)`
        throw error
      },
    ],
    [
      'with a cause',
      () => {
        throw new Error('buiten', { cause: new Error(userInput) })
      },
    ],
  ])('leaves out a message %s', (_, act) => {
    const fields = JSON.stringify(safeErrorFields(catchError(act)))
    expect(fields).not.toContain(userInput)
    expect(fields).not.toContain('Merkbare')
  })

  it('returns only "unknown" for a value that is no error', () => {
    expect(safeErrorFields(userInput)).toEqual({ error: 'unknown' })
    expect(safeErrorFields(undefined)).toEqual({ error: 'unknown' })
  })
})
