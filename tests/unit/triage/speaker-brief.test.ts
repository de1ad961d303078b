import { describe, expect, test } from 'vitest'
import { redactPeople } from '@/lib/privacy/redact'
import { redactMunicipalities } from '@/lib/triage/speaker-brief'

describe('redactPeople', () => {
  const clean = (text: string) => redactPeople(text, ['Sam Voorbeeld-Ünal', 'Sam', 'Voorbeeld-Ünal', 'A. (b)* C'])

  test.each([
    ['Ik ben Sam Voorbeeld-Ünal.', 'Ik ben [naam].'],
    ['Sam, van Sam’s team', '[naam], van [naam]’s team'],
    ['Samen met de samenleving', 'Samen met de samenleving'],
    ['Vraag het A. (b)* C.', 'Vraag het [naam].'],
    ['Mail sam@voorbeeld.example.nl, graag', 'Mail [adres], graag'],
    ['Bel 06 12345678 of +31 6 1234 5678', 'Bel [nummer] of [nummer]'],
    ['Bel (010) 123 45 67 of 010-1234567', 'Bel ([nummer] of [nummer]'],
    ['In 2022 waren het er 120.000', 'In 2022 waren het er 120.000'],
  ])('redacts “%s”', (text, expected) => expect(clean(text)).toBe(expected))
})

describe('redactMunicipalities', () => {
  test.each([
    ['Wij in Utrecht, de Utrechtse aanpak', 'Wij in [gemeente], de [gemeente] aanpak'],
    ['UTRECHT en utrecht', '[gemeente] en [gemeente]'],
    ['Net als in Den Haag en ’s-Hertogenbosch', 'Net als in [gemeente] en [gemeente]'],
    ['Zie https://www.utrecht.example.nl/plan en www.example.org', 'Zie [adres] en [adres]'],
    ['Wij van utrecht.nl', 'Wij van [adres]'],
    ['een goed begin van de weg', 'een goed begin van de weg'],
  ])('redacts “%s”', (text, expected) => expect(redactMunicipalities(text, ['Utrecht'])).toBe(expected))

  test('leaves longer words that contain a short name', () => {
    expect(redactMunicipalities('ede, Ede en eden', ['Ede'])).toBe('[gemeente], [gemeente] en eden')
  })

  test('stays fast for thousands of characters that almost match', () => {
    const started = performance.now()
    redactMunicipalities(`${'a.'.repeat(2000)} ${'0-'.repeat(2000)}`, ['Utrecht'])
    redactPeople(`${'a@'.repeat(2000)} ${'0 '.repeat(2000)} ${'+31('.repeat(500)}`, ['Utrecht'])
    expect(performance.now() - started).toBeLessThan(500)
  })
})
