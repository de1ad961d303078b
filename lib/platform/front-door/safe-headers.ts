import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { holdsKey } from '@/lib/platform/routes'
import { contentPolicy, type Surroundings } from './content-policy'

/** Next reads the nonce of its own scripts from this header of the request. */
export const policyHeader = 'content-security-policy'

const yearSeconds = 365 * 24 * 60 * 60
const notUsed = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/** Says with whatever is answered what a browser may do with it, and tells Next the nonce of this one answer. */
export function setSafeHeaders(request: IncomingMessage, response: ServerResponse, around: Surroundings): void {
  const policy = contentPolicy(randomBytes(16).toString('base64'), around)
  request.headers[policyHeader] = policy
  const headers = {
    [policyHeader]: policy,
    'X-Content-Type-Options': 'nosniff',
    // A key in an address is for nobody; see README, Decisions, on why it is not "no-referrer".
    'Referrer-Policy': holdsKey(around.path) ? 'strict-origin' : 'same-origin',
    'Permissions-Policy': notUsed.map((name) => `${name}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(around.https && { 'Strict-Transport-Security': `max-age=${yearSeconds}; includeSubDomains` }),
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
