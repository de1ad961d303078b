import { randomBytes } from 'node:crypto'
import { containsPersonalToken } from '@/lib/platform/routes'
import { contentSecurityPolicy, type PolicyContext } from './content-security-policy'

/** Next reads the nonce for its own scripts from this header of the request. */
export const cspHeader = 'content-security-policy'

const yearSeconds = 365 * 24 * 60 * 60
const disabledFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/** Returns the security headers of one response. The policy holds a new nonce each time. */
export function securityHeaders(context: PolicyContext) {
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
