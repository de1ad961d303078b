import { describe, expect, it } from 'vitest'
import { clientIp, clientIpHeader, findClientIp } from '@/lib/http/client-ip'

describe('findClientIp', () => {
  const requestWith = (forwarded?: string) =>
    ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } }) as never

  it('returns the socket address when no proxy is trusted, and reports a header that then arrives', () => {
    expect(findClientIp(requestWith(), 0)).toEqual({ ip: '10.0.0.1' })
    expect(findClientIp(requestWith('1.1.1.1'), 0)).toEqual({ ip: '10.0.0.1', problem: 'unexpected-header' })
  })

  it('returns the address that the outermost trusted proxy appended', () => {
    expect(findClientIp(requestWith('6.6.6.6, 1.1.1.1'), 1)).toEqual({ ip: '1.1.1.1' })
    expect(findClientIp(requestWith('6.6.6.6, 1.1.1.1, 2.2.2.2'), 2)).toEqual({ ip: '1.1.1.1' })
    expect(findClientIp(requestWith(), 1)).toEqual({ ip: '10.0.0.1' })
  })

  // The forms of RFC 7239, section 6; Azure appends the port to an IPv4 address.
  it.each([
    ['192.0.2.43:47011', '192.0.2.43'],
    ['"192.0.2.43:47011"', '192.0.2.43'],
    ['2001:db8:cafe::17', '2001:db8:cafe::17'],
    ['[2001:db8:cafe::17]', '2001:db8:cafe::17'],
    ['[2001:db8:cafe::17]:4711', '2001:db8:cafe::17'],
    ['"[2001:db8:cafe::17]:_port"', '2001:db8:cafe::17'],
    ['::ffff:192.0.2.43', '::ffff:192.0.2.43'],
  ])('reads the address of %s', (node, ip) => {
    expect(findClientIp(requestWith(`6.6.6.6, ${node}`), 1)).toEqual({ ip })
  })

  it.each(['unknown', '_hidden', 'example.nl', '999.1.1.1', ',', '[]:80', '1.1.1.1 2.2.2.2'])(
    'returns the socket address for %j, which is no address, and reports it',
    (node) => {
      expect(findClientIp(requestWith(node), 1)).toEqual({ ip: '10.0.0.1', problem: 'not-an-address' })
    },
  )
})

describe('clientIp', () => {
  it('reads only the header that the request handler sets', () => {
    const headers = { [clientIpHeader]: '192.0.2.7', 'x-forwarded-for': '198.51.100.1' }
    expect(clientIp(new Headers(headers))).toBe('192.0.2.7')
    expect(clientIp(new Headers({ 'x-forwarded-for': '198.51.100.1', 'x-real-ip': '198.51.100.1' }))).toBe('')
  })
})
