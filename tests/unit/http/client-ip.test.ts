import { describe, expect, it } from 'vitest'
import { clientIp, clientIpHeader, findClientIp } from '@/lib/http/client-ip'

describe('who asks', () => {
  const asking = (forwarded?: string) =>
    ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } }) as never

  it('is the other end of the socket when no proxy is trusted', () => {
    expect(findClientIp(asking('1.1.1.1'), 0)).toBe('10.0.0.1')
  })

  it('is what the trusted proxies say, not what stood in front of it', () => {
    expect(findClientIp(asking('6.6.6.6, 1.1.1.1'), 1)).toBe('1.1.1.1')
    expect(findClientIp(asking('6.6.6.6, 1.1.1.1, 2.2.2.2'), 2)).toBe('1.1.1.1')
    expect(findClientIp(asking(), 1)).toBe('10.0.0.1')
  })

  it('is for the site what the front door wrote down, and nothing else', () => {
    const told = { [clientIpHeader]: '192.0.2.7', 'x-forwarded-for': '198.51.100.1' }
    expect(clientIp(new Headers(told))).toBe('192.0.2.7')
    expect(clientIp(new Headers({ 'x-forwarded-for': '198.51.100.1', 'x-real-ip': '198.51.100.1' }))).toBe('')
  })
})
