import { expect, test } from 'vitest'
import { sampleMail, sampleOf, sampleOnWaitlist } from '@/emails/parts/sample-data'
import { renderBodies } from '@/emails/render-bodies'
import * as customMessage from '@/emails/session/custom-message'

const { now, session } = sampleMail

test.each([
  {
    behaviour: 'tells a participant with a seat that they are registered',
    changes: {},
    contains: ['omdat je bent aangemeld voor deze kennissessie.', 'Meld je af'],
    lacks: /wachtlijst|afgemeld|Kies of je komt/,
  },
  {
    behaviour: 'tells a participant of a cancelled session that they were registered',
    changes: { session: { ...session, cancelledAt: now } },
    contains: ['omdat je was aangemeld voor deze kennissessie.'],
    lacks: /wachtlijst|afgemeld/,
  },
  {
    behaviour: 'links an offered participant to the seat',
    changes: sampleOnWaitlist,
    contains: ['omdat je op de wachtlijst staat', 'Kies of je komt'],
    lacks: /bent aangemeld/,
  },
  {
    behaviour: 'does not link to an offer that has ended',
    changes: { ...sampleOnWaitlist, now: session.registrationClosesAt },
    contains: ['omdat je op de wachtlijst staat'],
    lacks: /Kies of je komt/,
  },
  {
    behaviour: 'tells who cancelled that they are not registered any more',
    changes: { cancelledAt: now, cancelUrl: null },
    contains: ['omdat je was aangemeld voor deze kennissessie. Je bent nu afgemeld.', 'Bekijk je aanmelding'],
    lacks: /Meld je af|wachtlijst/,
  },
])('a custom message $behaviour', async ({ changes, contains, lacks }) => {
  for (const rendered of Object.values(await renderBodies(sampleOf(customMessage, changes).body))) {
    for (const phrase of contains) expect(rendered).toContain(phrase)
    expect(rendered).not.toMatch(lacks)
  }
})
