import { describe, expect, test } from 'vitest'
import { recordsToExport } from '@/components/privacy/personal-record-copy'
import type { SubjectAccessRecord } from '@/lib/privacy/schema'

const at = new Date('2022-10-01T08:00:00Z')
const answer = { id: 'antwoord', question: { label: 'Je vraag' }, textAtDeadline: null, triage: null, requests: [] }
const record: SubjectAccessRecord = {
  id: 'aanmelding',
  sessionId: 'sessie',
  normalizedEmail: 'sam@example.nl',
  addressSequence: 0,
  idempotencyKey: '',
  tokenVersion: 1,
  version: 1,
  erasedAt: null,
  name: 'Sam Voorbeeld',
  email: 'sam@example.nl',
  municipalityCode: 'GM0344',
  organisation: null,
  workplace: 'Utrecht',
  role: 'adviseur',
  contactWish: 'none',
  phone: null,
  needs: null,
  askedBeforeDeadline: true,
  createdAt: at,
  cancelledAt: null,
  waitlistedAt: null,
  offerExpiresAt: null,
  tookPartAt: null,
  transferredToId: null,
  session: { title: 'Voorbeeldsessie', startsAt: at, contactName: '', contactEmail: '', questions: [] },
  answers: [
    { ...answer, text: 'Eerst' },
    { ...answer, text: 'Daarna' },
  ],
  notes: [{ text: 'Belt terug' }, { text: 'Belt terug' }],
  changes: [],
  emailChangeRequests: [],
  messages: [
    {
      id: 'mail',
      createdAt: at,
      sentAt: null,
      content: {
        toAddress: 'sam@example.nl',
        subject: 'Je bent aangemeld',
        text: 'Zie https://persoonlijke-link.invalid/aanmelding',
      },
    },
  ],
  auditLog: [],
}

describe('recordsToExport', () => {
  const [file] = recordsToExport([record])

  test('keeps both answers to questions with the same label', () => {
    expect(file).toMatchObject({ 'Wat is ingevuld': expect.arrayContaining([{ 'Je vraag': 'Eerst' }]) })
    expect(file).toMatchObject({ 'Wat is ingevuld': expect.arrayContaining([{ 'Je vraag': 'Daarna' }]) })
  })

  test('writes notes and mails as texts and masks personal links', () => {
    expect(file).toMatchObject({
      'Notities van organisatoren': ['Belt terug', 'Belt terug'],
      Mails: [
        'zaterdag 1 oktober 2022, 10.00 uur (niet verstuurd): Je bent aangemeld\nAan sam@example.nl\n\nZie [persoonlijke link]',
      ],
    })
  })
})
