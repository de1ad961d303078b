import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '@/lib/http/security-headers'
import { routes } from '@/lib/platform/routes'

const context = { path: routes.home(), isDevelopment: false }

describe('contentSecurityPolicy', () => {
  it('allows same-origin resources and scripts with the nonce', () => {
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
    ])
  })

  it.each([
    [routes.admin(), true],
    [routes.login(), true],
    ['/beheerder', false],
    [routes.session('beheer'), false],
  ])('for %s allows inline styles: %s', (path, isAllowed) => {
    expect(contentSecurityPolicy('abc', { ...context, path }).includes("style-src 'self' 'unsafe-inline'")).toBe(
      isAllowed,
    )
  })

  it('allows a form to redirect to another site only on the page that joins the meeting', () => {
    const policyOf = (path: string) => contentSecurityPolicy('abc', { ...context, path })
    expect(policyOf(routes.joinMeeting('x'))).toContain("form-action 'self' https:;")
    expect(policyOf(routes.register('deelnemen'))).toContain("form-action 'self';")
  })

  it('allows code evaluation only in development', () => {
    expect(contentSecurityPolicy('abc', context)).not.toContain('unsafe-eval')
    expect(contentSecurityPolicy('abc', { ...context, isDevelopment: true })).toContain('unsafe-eval')
  })
})
