import { expect, it } from 'vitest'
import { readAsked } from '@/app/beheer/sessies/[id]/berichten/read-asked'

it('asks for all mails when an address, or who calls an action by hand, says nothing that can be', () => {
  expect(readAsked({ stand: 'failed', soort: 'release', zoek: ' Noor ' })).toEqual({
    show: 'failed',
    kind: 'release',
    search: 'Noor',
  })
  for (const said of [null, undefined, {}, { stand: '__proto__', soort: 'x', zoek: ['x'] }])
    expect(readAsked(said)).toEqual({})
})
