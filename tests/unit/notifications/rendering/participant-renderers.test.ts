import { describe, expect, test } from 'vitest'
import type { Participant } from '@/lib/notifications/rendering/participant-data'
import { participantRenderers } from '@/lib/notifications/rendering/participant-renderers'
import { kindsQuotingParticipant } from '@/lib/notifications/schema'

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
    notificationSettings: { materials: hostile, evaluationUrl: 'https://example.nl/evaluatie' },
    releases: [{ agenda: 'Welkom' }],
    templateOverrides: [],
  },
}
const allPlaceholders = '{naam} {gemeente} {kennissessie} {datum} {tijd} {organisator} {contact} `{naam}`'
const context = { now: at('2022-10-21T10:00:00Z'), siteUrl: 'https://aanmelden.example.nl', domain: 'example.nl' }

describe.each(Object.entries(participantRenderers))('whatever people typed, the mail %s', (kind, render) => {
  const make = (draft?: { subject: string; text: string }) =>
    render(participant, { ...context, draft }, { ask: hostile })

  test('keeps it as text, in subject and body', async () => {
    const draft = kind === 'letter' ? { subject: 'Over {kennissessie}', text: 'Dag {naam}' } : undefined
    const { subject, html, text } = await make(draft)
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    // What an organiser wrote as Markdown may hold a link; what was typed in a form never becomes one.
    if (kind !== 'thanks') expect(html).not.toMatch(/<script|href="https:\/\/boos/)
    expect(html).not.toContain('<script')
    expect(text).toContain(`Dag ${onOneLine}`)
  })

  test('fills in every placeholder, wherever it stands', async () => {
    const { subject, html, text } = await make({
      subject: allPlaceholders,
      text: `${allPlaceholders}\n\n- {naam}\n\n## {gemeente}`,
    })
    for (const body of [subject, html.replace(/<style>.*?<\/style>/gs, ''), text])
      expect(body).not.toMatch(/\{[a-z]+\}/)
    expect(subject).toContain('dinsdag 8 november 2022')
    expect(text).toContain('15.00 tot 16.30 uur')
  })
})

test('what people typed about themselves is repeated only in the mails that are erased with it', async () => {
  const typed = { needs: 'een-schrijftolk', phone: '0612340001' }
  const answers = participant.answers.map((answer) => ({ ...answer, text: `Bel ${typed.phone}` }))
  const repeats = await Promise.all(
    Object.entries(participantRenderers).map(async ([kind, render]) => {
      const { html, text } = await render({ ...participant, ...typed, answers }, { ...context, draft: undefined }, {})
      return /een-schrijftolk|0612340001/.test(html + text) ? [kind] : []
    }),
  )
  expect(repeats.flat().toSorted()).toEqual([...kindsQuotingParticipant].toSorted())
})
