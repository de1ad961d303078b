import { describe, expect, test } from 'vitest'
import { type KeptRecord, recordFile } from '@/components/privacy/record-words'

const at = new Date('2022-10-01T08:00:00Z')
const answer = { question: 'Je vraag', textInTime: null, triage: null, requests: [] }
const record: KeptRecord = {
  name: 'Sam Voorbeeld',
  email: 'sam@example.nl',
  place: 'Utrecht',
  role: 'adviseur',
  contactWish: 'none',
  phone: null,
  needs: null,
  questionInTime: true,
  createdAt: at,
  cancelledAt: null,
  waitingSince: null,
  offerExpiresAt: null,
  tookPartAt: null,
  handedOver: false,
  session: { title: 'Voorbeeldsessie', startsAt: at },
  answers: [
    { ...answer, text: 'Eerst' },
    { ...answer, text: 'Daarna' },
  ],
  notes: ['Belt terug', 'Belt terug'],
  questionNotes: [],
  changes: [],
  addressRequests: [],
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
  trail: [],
}

describe('the file of what is kept', () => {
  const [file] = recordFile([record])

  test('has both answers to questions with the same label', () => {
    expect(file).toMatchObject({ 'Wat is ingevuld': expect.arrayContaining([{ 'Je vraag': 'Eerst' }]) })
    expect(file).toMatchObject({ 'Wat is ingevuld': expect.arrayContaining([{ 'Je vraag': 'Daarna' }]) })
  })

  test('has notes and mails as texts', () => {
    expect(file).toMatchObject({
      'Notities van organisatoren': ['Belt terug', 'Belt terug'],
      Mails: [
        'zaterdag 1 oktober 2022, 10.00 uur (niet verstuurd): Je bent aangemeld\nAan sam@example.nl\n\nZie [persoonlijke link]',
      ],
    })
  })
})
