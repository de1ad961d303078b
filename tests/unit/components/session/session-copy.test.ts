import { describe, expect, it } from 'vitest'
import { registrationClosingInWords, registrationTitle } from '@/components/session/session-copy'

describe('registrationClosingInWords', () => {
  it('names the day before if registration closes at midnight', () => {
    const words = registrationClosingInWords({ registrationClosesAt: new Date('2022-10-31T23:00:00Z') })
    expect(words).toBe('tot en met maandag 31 oktober 2022')
  })

  it('names the moment if registration closes during the day', () => {
    const words = registrationClosingInWords({ registrationClosesAt: new Date('2022-10-31T11:00:00Z') })
    expect(words).toBe('tot maandag 31 oktober 2022, 12.00 uur')
  })
})

describe('registrationTitle', () => {
  it.each([
    ['Kennissessie: praten over geld', 'Aanmelden kennissessie: praten over geld'],
    ['kennissessie: praten over geld', 'Aanmelden kennissessie: praten over geld'],
    ['Praten over geld', 'Aanmelden: Praten over geld'],
    ['Kennissessies voor beginners', 'Aanmelden: Kennissessies voor beginners'],
  ])('turns “%s” into “%s”', (title, heading) => {
    expect(registrationTitle({ title })).toBe(heading)
  })
})
