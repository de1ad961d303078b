import { describe, expect, test } from 'vitest'
import { type PersonalRecordData, recordsToExport } from '@/components/privacy/personal-record-copy'

const at = new Date('2022-10-01T08:00:00Z')
const answer = { question: 'Je vraag', textAtDeadline: null, triage: null, requests: [] }
const record: PersonalRecordData = {
  name: 'Sam Voorbeeld',
  email: 'sam@example.nl',
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
  isTransferred: false,
  session: { title: 'Voorbeeldsessie', startsAt: at },
  answers: [
    { ...answer, text: 'Eerst' },
    { ...answer, text: 'Daarna' },
  ],
  notes: ['Belt terug', 'Belt terug'],
  questionNotes: [],
  changes: [],
  emailChangeRequests: [],
  messages: [
    {
      id: 'mail',
      createdAt: at,
      sentAt: null,
      toAddress: 'sam@example.nl',
      subject: 'Je bent aangemeld',
      text: 'Zie https://persoonlijke-link.invalid/aanmelding',
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
