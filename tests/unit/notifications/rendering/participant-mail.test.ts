import { describe, expect, test, vi } from 'vitest'
import type { MailTemplate } from '@/emails/parts/participant-mail'
import { kindsQuotingParticipant, mailKinds } from '@/lib/notifications/kinds/registry'
import { type Participant, readParticipant } from '@/lib/notifications/rendering/participant-data'
import { MessageKind } from '@/prisma/generated/enums'

vi.mock('@/lib/notifications/rendering/participant-data', () => ({ readParticipant: vi.fn() }))

const hostile = `<script>alert("1")</script> & 'O’Brien' 🎉 [x](https://boos.example)\r\nBcc: x@example.nl`
const onOneLine = `<script>alert("1")</script> & 'O’Brien' 🎉 [x](https://boos.example) Bcc: x@example.nl`

const at = (text: string) => new Date(text)
const participant: Participant = {
  id: '6f0f6d0e-8a55-4e53-9d3c-9f0e3f6b6c11',
  name: hostile,
  email: 'voorbeeld@example.nl',
  municipalityCode: null,
  organisation: hostile,
  role: hostile,
  contactWish: 'phone',
  phone: hostile,
  needs: hostile,
  askedBeforeDeadline: false,
  createdAt: at('2022-10-20T10:00:00Z'),
  cancelledAt: null,
  waitlistedAt: null,
  pending: [],
  transferredFrom: [],
  offerExpiresAt: null,
  version: 1,
  answers: [
    {
      text: hostile,
      textAtDeadline: null,
      question: { label: hostile, isAgendaQuestion: true },
      triage: { state: 'outOfScope', resultText: hostile },
    },
  ],
  session: {
    id: '7f0f6d0e-8a55-4e53-9d3c-9f0e3f6b6c11',
    slug: 'voorbeeld',
    title: `Kennissessie: ${hostile}`,
    organisedBy: hostile,
    startsAt: at('2022-11-08T14:00:00Z'),
    endsAt: at('2022-11-08T15:30:00Z'),
    questionDeadlineAt: at('2022-10-17T12:00:00Z'),
    registrationClosesAt: at('2022-10-31T23:00:00Z'),
    contactName: hostile,
    contactEmail: 'contact@example.nl',
    calendarSequence: 3,
    cancelledAt: null,
    cancelReason: hostile,
    notificationSettings: { notifyWaitlist: true, materials: hostile, evaluationUrl: 'https://example.nl/evaluatie' },
    releases: [{ agenda: 'Welkom' }],
    templateOverrides: [],
  },
}
vi.mocked(readParticipant).mockImplementation(async () => participant)

const participantKinds = Object.values(MessageKind).filter((kind) => {
  const { audience, renderSample } = mailKinds[kind]
  return renderSample && audience !== 'organisers'
})

function render(kind: MessageKind, draft?: MailTemplate, ask = hostile) {
  const context = { now: at('2022-10-21T10:00:00Z'), siteUrl: 'https://aanmelden.example.nl', draft }
  const sample = { sessionId: participant.session.id, registrationId: participant.id, kind, ask }
  const rendered = mailKinds[kind].renderSample?.(sample, context)
  if (!rendered) throw new Error(`${kind} has no sample`)
  return rendered
}

const allPlaceholders = '{naam} {gemeente} {kennissessie} {datum} {tijd} {organisator} {contact} `{naam}`'

describe.each(participantKinds)('the mail %s with hostile input', (kind) => {
  test('keeps the input as text in subject and body', async () => {
    const draft = kind === 'customMessage' ? { subject: 'Over {kennissessie}', text: 'Dag {naam}' } : undefined
    const { subject, html, text } = await render(kind, draft)
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    // What an organiser wrote as Markdown may hold a link; what was typed in a form never becomes one.
    if (kind !== 'followUp') expect(html).not.toMatch(/<script|href="https:\/\/boos/)
    expect(html).not.toContain('<script')
    // A word joiner keeps mail programs from seeing an address in what was typed.
    expect(text).not.toContain(`Dag ${onOneLine}`)
    expect(text.replaceAll('\u2060', '')).toContain(`Dag ${onOneLine}`)
  })

  test('fills in every placeholder in subject and text', async () => {
    const text = `${allPlaceholders}\n\n- {naam}\n\n## {gemeente}`
    const mail = await render(kind, { subject: allPlaceholders, text })
    for (const body of [mail.subject, mail.html.replace(/<style>.*?<\/style>/gs, ''), mail.text])
      expect(body).not.toMatch(/\{[a-z]+\}/)
    expect(mail.subject).toContain('dinsdag 8 november 2022')
    expect(mail.text).toContain('15.00 tot 16.30 uur')
  })
})

test('every kind that repeats what a participant typed is purged with their needs', async () => {
  const typed = { needs: 'een-schrijftolk', phone: '0612340001' }
  const answers = participant.answers.map((answer) => ({ ...answer, text: `Bel ${typed.phone}` }))
  vi.mocked(readParticipant).mockImplementation(async () => ({ ...participant, ...typed, answers }))
  const repeats = await Promise.all(
    participantKinds.map(async (kind) => {
      const { html, text } = await render(kind, undefined, '')
      return /een-schrijftolk|0612340001/.test(html + text) ? [kind] : []
    }),
  )
  // Confirmations of earlier versions quote too, so these kinds are purged as well.
  const earlier = ['confirmation', 'waitlisted']
  expect([...repeats.flat(), ...earlier].toSorted()).toEqual(kindsQuotingParticipant.toSorted())
})
