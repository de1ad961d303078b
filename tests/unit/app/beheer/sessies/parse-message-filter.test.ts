import { expect, it } from 'vitest'
import { messageListQuery, parseMessageFilter } from '@/app/beheer/sessies/[id]/berichten/_lib/parse-message-filter'

it('asks for all mails when an address, or who calls an action by hand, says nothing that can be', () => {
  expect(parseMessageFilter({ stand: 'failed', soort: 'release', zoek: ' Noor ' })).toEqual({
    show: 'failed',
    kind: 'release',
    search: 'Noor',
  })
  for (const said of [null, undefined, {}, { stand: '__proto__', soort: 'x', zoek: ['x'] }])
    expect(parseMessageFilter(said)).toEqual({})
})

it('reads and writes the slug of a mail kind, which links and bookmarks hold', () => {
  const filter = parseMessageFilter({ soort: 'waiting-list' })
  expect(filter).toEqual({ kind: 'waitlisted' })
  expect(messageListQuery(filter)).toEqual({ kind: 'waiting-list' })
})
