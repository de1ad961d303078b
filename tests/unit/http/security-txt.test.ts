import { describe, expect, it } from 'vitest'
import { securityTxt } from '@/lib/http/security-txt'

const lines = (contact: string, now = new Date('2026-12-24T23:30:00.123Z')) => securityTxt(contact, now).split('\n')

describe('securityTxt', () => {
  it('names the contact, the expiry, the languages and its own URL (RFC 9116)', () => {
    expect(lines('veiligheid@example.nl')).toEqual([
      'Contact: mailto:veiligheid@example.nl',
      'Expires: 2027-03-24T23:30:00Z',
      'Preferred-Languages: nl, en',
      'Canonical: http://localhost:3000/.well-known/security.txt',
      '',
    ])
  })

  it('keeps a contact that is a link', () => {
    expect(lines('https://example.nl/melden')[0]).toBe('Contact: https://example.nl/melden')
  })

  it.each(['2026-01-01T00:00:00Z', '2031-06-30T12:00:00Z'])(
    'written at %s expires later, and within a year',
    (writtenAt) => {
      const now = new Date(writtenAt)
      const [, expires = ''] = lines('veiligheid@example.nl', now)
      const expiresAt = new Date(expires.replace('Expires: ', ''))
      expect(expiresAt.getTime()).toBeGreaterThan(now.getTime())
      expect(expiresAt.getTime() - now.getTime()).toBeLessThan(365 * 24 * 60 * 60 * 1000)
    },
  )
})
