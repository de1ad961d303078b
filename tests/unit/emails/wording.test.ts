import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import AlreadyRegistered, * as alreadyRegistered from '@/emails/already-registered'
import Confirmation, * as confirmation from '@/emails/confirmation'
import OfferExpired, * as offerExpired from '@/emails/offer-expired'
import RegistrationCancelled, * as registrationCancelled from '@/emails/registration-cancelled'
import RegistrationChanged, * as registrationChanged from '@/emails/registration-changed'
import { renderBodies } from '@/emails/render-bodies'
import SeatOffered, * as seatOffered from '@/emails/seat-offered'
import Waitlisted, * as waitlisted from '@/emails/waitlisted'

const textOf = async (body: Parameters<typeof renderBodies>[0]) => (await renderBodies(body)).text.replace(/\s+/g, ' ')

describe('whoever filled in the form, an organiser may have done it', () => {
  test.each([
    ['the confirmation', createElement(Confirmation, { ...confirmation.sample, contactWish: 'none' })],
    ['the waiting list', createElement(Waitlisted, { ...waitlisted.sample, askedBeforeDeadline: false })],
  ])('%s says what is kept, and not that the reader did it', async (_, body) => {
    const text = await textOf(body)
    expect(text).toContain('Dit staat in je aanmelding')
    expect(text).not.toMatch(/je ingevuld|je hebt ingevuld|Je meldde je aan|zo gekozen/i)
  })
})

describe('a sign-up that was changed', () => {
  const changed = (different: Partial<registrationChanged.RegistrationChangedMail>) =>
    textOf(createElement(RegistrationChanged, { ...registrationChanged.sample, ...different }))

  test('is told what is promised, as long as the kennissessie is to come', async () => {
    expect(await changed({})).toContain('Die komt dus zeker aan bod.')
  })

  test.each([null, 'Dit vroeg ik'])('is promised nothing any more once it has been', async (textAtDeadline) => {
    const text = await changed({ hasEnded: true, textAtDeadline })
    expect(text).not.toMatch(/aan bod|op tijd/)
    expect(text).toContain('omdat je was aangemeld')
  })
})

describe('a colleague to whom somebody hands their place, and who did nothing themselves,', () => {
  const transferredFrom = 'Robin'
  test('is not said to be on the waiting list by themselves', async () => {
    const text = await textOf(createElement(SeatOffered, { ...seatOffered.sample, transferredFrom }))
    expect(text).toContain('omdat Robin je naam en dit adres invulde')
    expect(text).not.toContain('omdat je op de wachtlijst staat')
  })

  test('is not said to have signed up again', async () => {
    const { defaultTemplateForTransferee } = alreadyRegistered
    const props = { ...alreadyRegistered.sample, ...defaultTemplateForTransferee, transferredFrom }
    const text = await textOf(createElement(AlreadyRegistered, props))
    expect(text).toContain('Robin wilde een plek aan jou doorgeven.')
    expect(text).not.toMatch(/Waarschijnlijk was jij dat|Was je dit niet/)
  })
})

describe('who is taken off the list', () => {
  test('and had a place, hears that they were signed up', async () => {
    const text = await textOf(createElement(RegistrationCancelled, registrationCancelled.sample))
    expect(text).toContain('omdat je was aangemeld voor deze kennissessie')
    expect(text).not.toContain('wachtlijst')
  })

  test('and was only waiting, hears that they were on the waiting list, and nothing of a place they never had', async () => {
    const waited = { ...registrationCancelled.sample, hasSeat: false, release: null }
    const text = await textOf(createElement(RegistrationCancelled, waited))
    expect(text).toContain('Je staat niet meer op de wachtlijst')
    expect(text).toContain('omdat je op de wachtlijst stond van deze kennissessie')
    expect(text).not.toMatch(/was aangemeld|agenda/)
  })
})

describe('an offer that ended', () => {
  const ended = (different: Partial<offerExpired.OfferExpiredMail>) =>
    textOf(createElement(OfferExpired, { ...offerExpired.sample, ...different }))

  test('because somebody let it pass, says so, and that another can take the place', async () => {
    const text = await ended({ offerEnd: 'unanswered' })
    expect(text).toContain('We hoorden niets van je. Daarom kan iemand anders de plek nu nemen.')
    expect(text).toContain('Meld je dan opnieuw aan')
  })

  test('with signing up, gives the place to nobody else', async () => {
    const text = await ended({ offerEnd: 'closed', canSignUp: false })
    expect(text).toContain('voordat het aanmelden sloot')
    expect(text).not.toMatch(/iemand anders|opnieuw aan/)
  })

  test('sooner than was promised, blames nobody for not answering', async () => {
    const text = await ended({ offerEnd: 'sooner', canSignUp: false })
    expect(text).toContain('minder lang voor je vrijhouden dan in onze mail stond')
    expect(text).not.toMatch(/hoorden niets|iemand anders/)
  })
})
