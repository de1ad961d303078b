import { describe, expect, it } from 'vitest'
import { contentPolicy } from '@/lib/platform/front-door/content-policy'
import { routes } from '@/lib/platform/routes'

const around = { path: routes.home(), https: true, developing: false }

describe('the policy of a page', () => {
  it('lets in what is our own, and the scripts of this one answer', () => {
    expect(contentPolicy('abc', around).split('; ')).toEqual([
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
    expect(contentPolicy('abc', { ...around, https: false })).not.toContain('upgrade-insecure-requests')
  })

  it.each([
    [routes.desk(), true],
    [routes.login(), true],
    ['/beheerder', false],
    [routes.session('beheer'), false],
  ])('%s may bring styles along, as the frame with a mail does: %s', (path, may) => {
    expect(contentPolicy('abc', { ...around, path }).includes("style-src 'self' 'unsafe-inline'")).toBe(may)
  })

  it('lets a form lead elsewhere only where the button to the meeting is', () => {
    const from = (path: string) => contentPolicy('abc', { ...around, path })
    expect(from(routes.takePart('x'))).toContain("form-action 'self' https:;")
    expect(from(routes.signUp('deelnemen'))).toContain("form-action 'self';")
  })

  it('never lets text run as code, except while developing', () => {
    expect(contentPolicy('abc', around)).not.toContain('unsafe-eval')
    expect(contentPolicy('abc', { ...around, developing: true })).toContain('unsafe-eval')
  })
})
