import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { containsPersonalToken } from '@/lib/platform/routes'
import { contentSecurityPolicy, type PolicyContext } from './content-security-policy'

/** Next reads the nonce of its own scripts from this header of the request. */
export const cspHeader = 'content-security-policy'

const yearSeconds = 365 * 24 * 60 * 60
const disabledFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/** Says with whatever is answered what a browser may do with it, and tells Next the nonce of this one answer. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, context: PolicyContext): void {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), context)
  request.headers[cspHeader] = policy
  const headers = {
    [cspHeader]: policy,
    'X-Content-Type-Options': 'nosniff',
    // A key in an address is for nobody; see README, Decisions, on why it is not "no-referrer".
    'Referrer-Policy': containsPersonalToken(context.path) ? 'strict-origin' : 'same-origin',
    'Permissions-Policy': disabledFeatures.map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(context.isHttps && { 'Strict-Transport-Security': `max-age=${yearSeconds}; includeSubDomains` }),
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
