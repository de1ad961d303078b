import { describe, expect, test } from 'vitest'
import { questionStatusText } from '@/emails/parts/question-status'
import {
  afterRegistrationClosed,
  sampleMail,
  sampleOf,
  sampleOnWaitlist,
  sampleQuestion,
} from '@/emails/parts/sample-data'
import * as alreadyRegistered from '@/emails/registration/already-registered'
import { defaultTemplateForTransferee } from '@/emails/registration/already-registered'
import * as confirmation from '@/emails/registration/confirmation'
import * as offerExpired from '@/emails/registration/offer-expired'
import * as registrationCancelled from '@/emails/registration/registration-cancelled'
import * as registrationChanged from '@/emails/registration/registration-changed'
import * as seatOffered from '@/emails/registration/seat-offered'
import * as waitlisted from '@/emails/registration/waitlisted'
import { renderBodies } from '@/emails/render-bodies'
import * as sessionChanged from '@/emails/session/session-changed'
import { bodiesOf } from './bodies-of'

const transferredFrom = 'Robin'
const noQuestion = { agendaQuestion: null, answers: [] }
const afterSession = { now: sampleMail.session.endsAt }
const claimsReaderDidIt = /je ingevuld|je hebt ingevuld|Je meldde je aan|zo gekozen/i

test.each([
  {
    behaviour: 'the confirmation announces the link and guarantees a question asked before the deadline',
    mail: sampleOf(confirmation),
    contains: ['link en de agenda', 'Die komt dus zeker aan bod.'],
  },
  {
    behaviour: 'the confirmation guarantees nothing for a question asked after the deadline',
    mail: sampleOf(confirmation, { askedBeforeDeadline: false }),
    contains: ['Je vraag kwam na de vragentermijn.'],
    lacks: /zeker aan bod/,
  },
  {
    behaviour: 'the confirmation announces a mail about the question to a reader who agreed to mail',
    mail: sampleOf(confirmation, { contactWish: 'email' }),
    contains: ['Misschien mailen we je'],
  },
  {
    behaviour: 'the confirmation announces a call about the question to a reader who agreed to calls',
    mail: sampleOf(confirmation, { contactWish: 'phone' }),
    contains: ['Misschien bellen we je'],
    lacks: /06 12345678/,
  },
  {
    behaviour: 'the confirmation announces no contact to a reader who wants none',
    mail: sampleOf(confirmation, { contactWish: 'none' }),
    contains: ['nemen we geen contact met je op'],
  },
  {
    behaviour: 'the confirmation leaves out an empty field',
    mail: sampleOf(confirmation, { needs: null }),
    lacks: /Wat heb je nodig/,
  },
  {
    behaviour: 'the confirmation does not say that the reader filled in the form',
    mail: sampleOf(confirmation, { contactWish: 'none' }),
    contains: ['Wat staat er in je aanmelding?'],
    lacks: claimsReaderDidIt,
  },
  {
    behaviour: 'the waitlist mail does not say that the reader filled in the form',
    mail: sampleOf(waitlisted, { askedBeforeDeadline: false }),
    contains: ['Wat staat er in je aanmelding?'],
    lacks: claimsReaderDidIt,
  },
  {
    behaviour: 'the already-registered mail states date and guarantee, that nothing changed, and what to do',
    mail: sampleOf(alreadyRegistered),
    contains: [
      'Je was al aangemeld op maandag 3 oktober 2022. Daar is niets aan veranderd',
      'Mail Lotte Kronenburg: l.kronenburg@movisie.nl',
      'Was je dit niet? Dan hoef je niets te doen.',
      'Kim Voorbeeld, Adviseur, Utrecht (maandag 17 oktober 2022)',
      'Dit is een andere collega',
      'zeker aan bod',
    ],
  },
  {
    behaviour: 'the already-registered mail guarantees nothing for a question asked after the deadline',
    mail: sampleOf(alreadyRegistered, { askedBeforeDeadline: false }),
    lacks: /zeker aan bod/,
  },
  {
    behaviour: 'the already-registered mail does not tell a transferee that they signed up again',
    mail: sampleOf(alreadyRegistered, { ...defaultTemplateForTransferee, transferredFrom }),
    contains: ['Robin wilde een plek aan jou doorgeven.'],
    lacks: /Misschien was jij dat|Was je dit niet|Kim Voorbeeld/,
  },
  {
    behaviour: 'the seat offer does not tell a transferee that they are on the waitlist',
    mail: sampleOf(seatOffered, { transferredFrom }),
    contains: ['omdat Robin je naam en dit adres invulde'],
    lacks: /omdat je op de wachtlijst staat/,
  },
  {
    behaviour: 'the change mail guarantees the question before the session',
    mail: sampleOf(registrationChanged),
    contains: ['Die komt dus zeker aan bod.'],
  },
  {
    behaviour: 'the change mail guarantees nothing after the session',
    mail: sampleOf(registrationChanged, afterSession),
    contains: ['omdat je was aangemeld'],
    lacks: /aan bod|op tijd/,
  },
  {
    behaviour: 'the change mail guarantees nothing after the session for a question changed late',
    mail: sampleOf(registrationChanged, { ...afterSession, ...sampleQuestion({ textAtDeadline: 'Dit vroeg ik' }) }),
    contains: ['omdat je was aangemeld'],
    lacks: /aan bod|op tijd/,
  },
  {
    behaviour: 'the cancellation mail tells a reader who had a seat that they were registered',
    mail: sampleOf(registrationCancelled),
    contains: ['omdat je was aangemeld voor deze kennissessie'],
    lacks: /wachtlijst/,
  },
  {
    behaviour: 'the cancellation mail mentions no seat and no calendar to a waitlisted reader',
    mail: sampleOf(registrationCancelled, { hasSeat: false, release: null }),
    contains: ['Je staat niet meer op de wachtlijst', 'omdat je op de wachtlijst stond van deze kennissessie'],
    lacks: /was aangemeld|agenda/,
  },
  {
    behaviour: 'an unanswered offer expires in favour of another participant',
    mail: sampleOf(offerExpired, { details: { offerEnd: 'unanswered' } }),
    contains: ['We hoorden niets van je. Daarom kan iemand anders de plek nu nemen.', 'Meld je dan opnieuw aan'],
  },
  {
    behaviour: 'an offer that ends with registration goes to no other participant',
    mail: sampleOf(offerExpired, { details: { offerEnd: 'closed' }, ...afterRegistrationClosed }),
    contains: ['voordat het aanmelden sloot'],
    lacks: /iemand anders|opnieuw aan/,
  },
  {
    behaviour: 'an offer that ends early does not blame the reader',
    mail: sampleOf(offerExpired, { details: { offerEnd: 'sooner' }, ...afterRegistrationClosed }),
    contains: ['minder lang voor je vrijhouden dan in onze mail stond'],
    lacks: /hoorden niets|iemand anders/,
  },
])('$behaviour', async ({ mail, contains = [], lacks = /(?!)/ }) => {
  const text = (await renderBodies(mail.body)).text.replace(/\s+/g, ' ')
  for (const phrase of contains) expect(text).toContain(phrase)
  expect(text).not.toMatch(lacks)
})

test.each([
  sampleOf(confirmation, noQuestion),
  sampleOf(confirmation, { ...noQuestion, askedBeforeDeadline: false }),
  sampleOf(alreadyRegistered, { agendaQuestion: null }),
  sampleOf(alreadyRegistered, { agendaQuestion: null, askedBeforeDeadline: false }),
  sampleOf(waitlisted, noQuestion),
  sampleOf(waitlisted, { ...noQuestion, askedBeforeDeadline: false }),
])('the mail with subject $subject does not mention a question that was not asked (%#)', async ({ body }) => {
  expect((await renderBodies(body)).text).not.toMatch(/aan bod|behandel|op tijd|vragentermijn/)
})

describe('the text about the agenda question', () => {
  const inTime = { askedBeforeDeadline: true, ...sampleQuestion({}) }
  const changedLate = { askedBeforeDeadline: true, ...sampleQuestion({ textAtDeadline: 'Eerste vraag' }) }
  const late = { ...inTime, askedBeforeDeadline: false }

  test.each([
    ['guarantees', 'seat', inTime, /^Je bent op tijd met je vraag\. Die komt dus zeker aan bod\.$/],
    [
      'guarantees, given a seat,',
      'waitlist',
      inTime,
      /^Je bent op tijd.* Krijg je een plek, dan komt die zeker aan bod\.$/,
    ],
    ['guarantees, given a seat,', 'newOnWaitlist', inTime, /^Je bent op tijd.* Krijg je een plek, dan komt hij zeker/],
    ['guarantees only the first version of', 'seat', changedLate, /Wat je op tijd vroeg, komt zeker aan bod\./],
    [
      'guarantees only the first version of',
      'waitlist',
      changedLate,
      /Krijg je een plek, dan komt wat je op tijd vroeg zeker/,
    ],
    ['does not guarantee', 'seat', late, /na de vragentermijn\..*beloven kunnen we het niet/],
    [
      'does not guarantee',
      'newOnWaitlist',
      late,
      /na de vragentermijn\. Krijg je een plek, dan behandelen we hem als dat lukt/,
    ],
  ] as const)('%s the question: %s', (_guarantee, situation, status, expected) => {
    expect(questionStatusText(status, situation)).toMatch(expected)
  })
})

test.each([
  ['confirmation', confirmation],
  ['waitlist mail', waitlisted],
])('the %s holds no answer and no other text that a stranger may have typed', async (_, template) => {
  const { html, text } = await bodiesOf(template)
  const { role, needs, phone, answers } = sampleMail
  for (const typed of [role, needs ?? '', phone ?? '', ...answers.map((answer) => answer.text)])
    expect(html + text).not.toContain(typed)
})

test('the change mail shows all data of the registration under its labels', async () => {
  const { name, email, role, needs, phone, values, answers } = sampleMail
  const { html, text } = await bodiesOf(registrationChanged)
  for (const value of [name, email, role, needs ?? '', phone ?? '', values.gemeente?.split(' ')[0] ?? '']) {
    expect(html).toContain(value)
    expect(text).toContain(value)
  }
  for (const { question, text: answer } of answers) expect(text).toContain(`${question.label}\n${answer}`)
})

test('the confirmation states time, contact and session page in html and text', async () => {
  const { html, text } = await bodiesOf(confirmation)
  expect(html).toContain('dinsdag 8 november 2022')
  expect(text).toContain('dinsdag 8 november 2022\n15.00 tot 16.30 uur, online')
  expect(html).toContain('href="mailto:l.kronenburg@movisie.nl"')
  expect(html).toContain(`href="${sampleMail.url}"`)
  expect(text).toContain('Mail Lotte Kronenburg: l.kronenburg@movisie.nl.')
  expect(text).toContain(sampleMail.url)
})

describe('the mail about a change of the session', () => {
  const expectOrder = (text: string, ...parts: RegExp[]) => {
    const positions = parts.map((part) => text.search(part))
    expect(positions).not.toContain(-1)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
  }

  test('names the old date, then the new date, and a new link directly above its button', async () => {
    const { text } = await bodiesOf(sessionChanged)
    expectOrder(text, /Het was:/, /Het wordt:\s+dinsdag 8 november/, /een nieuwe link/, /deelnemen\/voorbeeld/)
  })

  test('names the kept date and then a new link when only the link changed', async () => {
    const { text } = await bodiesOf(sessionChanged, { before: null })
    expectOrder(text, /Dag en tijd blijven gelijk:\s+dinsdag 8 november/, /een nieuwe link/, /deelnemen\/voorbeeld/)
  })

  test('names no button to a waitlisted reader, who gets none', async () => {
    const { text } = await bodiesOf(sessionChanged, sampleOnWaitlist)
    expect(text).toContain('Het wordt:')
    expect(text).not.toContain('Deze knop')
  })
})
