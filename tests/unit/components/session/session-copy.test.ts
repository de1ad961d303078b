import { describe, expect, it } from 'vitest'
import { registrationClosingInWords, registrationTitle } from '@/components/session/session-copy'

describe('until when somebody can sign up', () => {
  it('is the whole day before when signing up closes at the start of a day', () => {
    const words = registrationClosingInWords({ registrationClosesAt: new Date('2022-10-31T23:00:00Z') })
    expect(words).toBe('tot en met maandag 31 oktober 2022')
  })

  it('is the moment itself, and not a day, when it closes in the middle of one', () => {
    const words = registrationClosingInWords({ registrationClosesAt: new Date('2022-10-31T11:00:00Z') })
    expect(words).toBe('tot maandag 31 oktober 2022, 12.00 uur')
  })
})

describe('the heading of the form', () => {
  it.each([
    ['Kennissessie: praten over geld', 'Aanmelden kennissessie: praten over geld'],
    ['kennissessie: praten over geld', 'Aanmelden kennissessie: praten over geld'],
    ['Praten over geld', 'Aanmelden: Praten over geld'],
    ['Kennissessies voor beginners', 'Aanmelden: Kennissessies voor beginners'],
  ])('of “%s” reads as one line', (title, heading) => {
    expect(registrationTitle({ title })).toBe(heading)
  })
})
