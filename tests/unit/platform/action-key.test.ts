import { describe, expect, it } from 'vitest'
import { serverActionsKey } from '@/lib/platform/start/action-key'

describe('serverActionsKey', () => {
  const secret = 'a'.repeat(40)

  it('is the same at each build and start with one APP_SECRET', () => {
    expect(serverActionsKey(secret)).toBe(serverActionsKey(` ${secret} , ${'b'.repeat(40)}`))
    expect(serverActionsKey(secret)).not.toBe(serverActionsKey('b'.repeat(40)))
  })

  it('is the same at each build without APP_SECRET', () => {
    expect(serverActionsKey(undefined)).toBe(serverActionsKey(''))
  })

  it('is a key of 256 bits as Next reads it', () => {
    for (const each of [secret, undefined]) expect(atob(serverActionsKey(each))).toHaveLength(32)
  })
})
