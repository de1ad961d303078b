import { describe, expect, it } from 'vitest'
import { clientIp, clientIpHeader, findClientIp } from '@/lib/http/client-ip'

describe('findClientIp', () => {
  const requestWith = (forwarded?: string) =>
    ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } }) as never

  it('returns the socket address when no proxy is trusted', () => {
    expect(findClientIp(requestWith('1.1.1.1'), 0)).toBe('10.0.0.1')
  })

  it('returns the address that the outermost trusted proxy appended', () => {
    expect(findClientIp(requestWith('6.6.6.6, 1.1.1.1'), 1)).toBe('1.1.1.1')
    expect(findClientIp(requestWith('6.6.6.6, 1.1.1.1, 2.2.2.2'), 2)).toBe('1.1.1.1')
    expect(findClientIp(requestWith(), 1)).toBe('10.0.0.1')
  })
})

describe('clientIp', () => {
  it('reads only the header that the request handler sets', () => {
    const headers = { [clientIpHeader]: '192.0.2.7', 'x-forwarded-for': '198.51.100.1' }
    expect(clientIp(new Headers(headers))).toBe('192.0.2.7')
    expect(clientIp(new Headers({ 'x-forwarded-for': '198.51.100.1', 'x-real-ip': '198.51.100.1' }))).toBe('')
  })
})
