import { describe, expect, it } from 'vitest'
import { securityTxt } from '@/lib/http/security-txt'

const lines = (contact: string, now = new Date('2026-12-24T23:30:00.123Z')) => securityTxt(contact, now).split('\n')

describe('security.txt (RFC 9116)', () => {
  it('names a contact, when it ends, its languages and its own address, each on a line of its own', () => {
    expect(lines('veiligheid@example.nl')).toEqual([
      'Contact: mailto:veiligheid@example.nl',
      'Expires: 2027-03-24T23:30:00Z',
      'Preferred-Languages: nl, en',
      'Canonical: http://localhost:3000/.well-known/security.txt',
      '',
    ])
  })

  it('leaves a link what it is', () => {
    expect(lines('https://example.nl/melden')[0]).toBe('Contact: https://example.nl/melden')
  })

  it.each(['2026-01-01T00:00:00Z', '2031-06-30T12:00:00Z'])('read at %s, ends later, and within the year', (read) => {
    const now = new Date(read)
    const [, expires = ''] = lines('veiligheid@example.nl', now)
    const ends = new Date(expires.replace('Expires: ', ''))
    expect(ends.getTime()).toBeGreaterThan(now.getTime())
    expect(ends.getTime() - now.getTime()).toBeLessThan(365 * 24 * 60 * 60 * 1000)
  })
})
