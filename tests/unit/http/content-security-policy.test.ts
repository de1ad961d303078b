import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '@/lib/http/content-security-policy'
import { routes } from '@/lib/platform/routes'

const context = { path: routes.home(), isHttps: true, isDevelopment: false }

describe('the policy of a page', () => {
  it('lets in what is our own, and the scripts of this one answer', () => {
    expect(contentSecurityPolicy('abc', context).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'nonce-abc'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      'upgrade-insecure-requests',
    ])
  })

  it('asks for https only where the site has it', () => {
    expect(contentSecurityPolicy('abc', { ...context, isHttps: false })).not.toContain('upgrade-insecure-requests')
  })

  it.each([
    [routes.admin(), true],
    [routes.login(), true],
    ['/beheerder', false],
    [routes.session('beheer'), false],
  ])('%s may bring styles along, as the frame with a mail does: %s', (path, may) => {
    expect(contentSecurityPolicy('abc', { ...context, path }).includes("style-src 'self' 'unsafe-inline'")).toBe(may)
  })

  it('lets a form lead elsewhere only where the button to the meeting is', () => {
    const from = (path: string) => contentSecurityPolicy('abc', { ...context, path })
    expect(from(routes.joinMeeting('x'))).toContain("form-action 'self' https:;")
    expect(from(routes.register('deelnemen'))).toContain("form-action 'self';")
  })

  it('never lets text run as code, except while developing', () => {
    expect(contentSecurityPolicy('abc', context)).not.toContain('unsafe-eval')
    expect(contentSecurityPolicy('abc', { ...context, isDevelopment: true })).toContain('unsafe-eval')
  })
})
