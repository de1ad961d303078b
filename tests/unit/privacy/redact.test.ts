import { describe, expect, test } from 'vitest'
import { createRedactor, type KnownIdentity } from '@/lib/privacy/redact'

const sam: KnownIdentity = {
  registrationId: 'sam',
  transferredToIds: ['collega'],
  names: ["Sam d'Voorbeeld-Ünal"],
  emails: ['s.voorbeeld@example.nl'],
  phones: ['06 12340001'],
  redactNameParts: true,
}
const redact = createRedactor([sam])

describe('createRedactor', () => {
  test.each([
    ['Zelfde vraag als sam d’voorbeeld-ünal.', 'Zelfde vraag als [naam].'],
    ['Mail S.Voorbeeld@example.nl!', 'Mail [adres]!'],
    ['Bel +31 (0)6-1234 0001', 'Bel [nummer]'],
    ['Bel 0612340001, of 0612340002', 'Bel [nummer], of 0612340002'],
    ['Sam van een andere gemeente', 'Sam van een andere gemeente'],
    ['Samen verder in 2022', 'Samen verder in 2022'],
  ])('redacts the known person from a text of somebody else: %s', (text, expected) =>
    expect(redact(text, 'iemand anders')).toBe(expected),
  )

  test('removes parts of the name, and every address and number, from own texts', () => {
    expect(redact('Ik ben Sam, bel 030 1234567 of mail collega@example.nl', 'sam')).toBe(
      'Ik ben [naam], bel [nummer] of mail [adres]',
    )
  })

  test('removes parts of the name from transferred answers, for each of several authors', () => {
    const colleague = { ...sam, registrationId: 'collega', names: ['Kim Voorbeeld'] }
    expect(redact('Ik ben Sam', 'collega')).toBe('Ik ben [naam]')
    expect(createRedactor([sam, colleague])('Sam en Kim', 'collega')).toBe('[naam] en [naam]')
    expect(createRedactor([{ ...sam, redactNameParts: false }])('Ik ben Sam', 'collega')).toBe('Ik ben Sam')
  })

  test('keeps a name of one word in texts of others', () => {
    const april = createRedactor([{ ...sam, names: ['April'] }])
    expect(april('In april', 'iemand anders')).toBe('In april')
  })

  test('handles thousands of people and texts in seconds', () => {
    const crowd = Array.from({ length: 5_000 }, (_, index) => ({
      ...sam,
      registrationId: String(index),
      names: [`Voorbeeld Nummer${index}`],
      emails: [`nummer${index}@example.nl`],
      phones: [],
    }))
    const clean = createRedactor(crowd)
    const started = performance.now()
    const texts = crowd
      .slice(0, 1_000)
      .map((_, index) => clean(`Net als voorbeeld nummer${index}, een voorbeeld.`, null))
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(new Set(texts)).toEqual(new Set(['Net als [naam], een voorbeeld.']))
  }, 30_000)

  test('stays fast with hostile names and enormous texts', () => {
    const started = performance.now()
    const clean = createRedactor([
      { ...sam, names: ['.*+?^${}()|[]\\ (a+)+$', ' x'.repeat(60)], phones: ['0'.repeat(30), '+31((((('] },
    ])
    clean(`${'1 '.repeat(5_000)}${'a'.repeat(5_000)}${'(+31'.repeat(2_000)}`, 'sam')
    expect(performance.now() - started).toBeLessThan(500)
  })
})
