import { randomBytes } from 'node:crypto'
import { containsPersonalToken, isAdminPath, mayRedirectOffsite } from '@/lib/platform/routes'

/** Name of the Content-Security-Policy header. Next reads the nonce for its scripts from this header of the request. */
export const cspHeader = 'content-security-policy'

/** Facts that decide a page's headers. `path` has no query. In development Next evaluates code and loads fonts. */
type PageContext = { path: string; isHttps: boolean; isDevelopment: boolean }

const yearSeconds = 365 * 24 * 60 * 60
const disabledFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/** Returns the security headers of one response. Each call puts a new nonce in the Content-Security-Policy. */
export function securityHeaders(context: PageContext) {
  return {
    [cspHeader]: contentSecurityPolicy(randomBytes(16).toString('base64'), context),
    'X-Content-Type-Options': 'nosniff',
    // "no-referrer" would make browsers send `Origin: null` with a form, which the Origin check refuses.
    'Referrer-Policy': containsPersonalToken(context.path) ? 'strict-origin' : 'same-origin',
    'Permissions-Policy': disabledFeatures.map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(context.isHttps && { 'Strict-Transport-Security': `max-age=${yearSeconds}; includeSubDomains` }),
  }
}

/**
 * Returns the Content-Security-Policy of a page: same-origin resources only, and inline scripts only with this nonce. It
 * has no upgrade-insecure-requests, which would break a page that is opened over http: its stylesheet would be requested
 * over https. https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(nonce: string, { path, isDevelopment }: Omit<PageContext, 'isHttps'>): string {
  // The frame of a mail preview inherits this policy, and a mail has inline styles.
  const allowsInlineStyle = isAdminPath(path) || isDevelopment
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${allowsInlineStyle ? " 'unsafe-inline'" : ''}`,
    "img-src 'self'",
    "connect-src 'self'",
    ...(isDevelopment ? ["font-src 'self'"] : []),
    // Chromium applies this to the redirect after a form too, and the host of the online meeting is not known here.
    `form-action 'self'${mayRedirectOffsite(path) ? ' https:' : ''}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
