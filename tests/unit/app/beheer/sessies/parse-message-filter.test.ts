import { describe, expect, it } from 'vitest'
import { parseMessageFilter } from '@/app/beheer/sessies/[id]/berichten/_lib/parse-message-filter'

describe('parseMessageFilter', () => {
  it('reads state, kind and search of a query', () => {
    expect(parseMessageFilter({ stand: 'failed', soort: 'release', zoek: ' Noor ' })).toEqual({
      show: 'failed',
      kind: 'release',
      search: 'Noor',
    })
  })

  it('leaves out unknown values of a query or an action argument', () => {
    for (const query of [null, undefined, 'failed', {}, { stand: '__proto__', soort: 'x', zoek: ['x'] }])
      expect(parseMessageFilter(query)).toEqual({})
  })
})
