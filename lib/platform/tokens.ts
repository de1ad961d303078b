import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a signature is for: one made for one purpose never opens another door. */
export type TokenPurpose =
  | 'secret-mark'
  | 'take-part'
  | 'take-place'
  | 'manage'
  | 'new-address'
  | 'looked-at'
  | 'sign-up-form'
  | 'signed-up'
  | 'first-organiser'
  | 'invitation'
  | 'new-password'
  | 'rate-limit'
  | 'organiser-login'

/** APP_SECRET may list older secrets after a comma: the first signs, all verify. */
function secrets(): [string, ...string[]] {
  const [first, ...older] = (process.env.APP_SECRET ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean)
  if (!first) throw new Error('APP_SECRET is not set: start the site with `npm start`')
  return [first, ...older]
}

function hmac(secret: string, purpose: TokenPurpose, text: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest()
}

/** HMAC-SHA-256 of APP_SECRET over purpose and text, as base64url: the same text always gives the same mark. */
export function deriveDigest(purpose: TokenPurpose, text: string): string {
  return hmac(secrets()[0], purpose, text).toString('base64url')
}

/** Tells the secrets of APP_SECRET apart and gives nothing of them away: the mark of the one that signs now. */
export const currentSigningKeyId = () => signingKeyIdOf(secrets()[0])
const signingKeyIdOf = (secret: string) => hmac(secret, 'secret-mark', '').toString('base64url').slice(0, 12)

/**
 * `payload` (any JSON) with a signature behind it, safe in a URL, a cookie and a form. Readable, not secret. `mark` names
 * the secret that signs; when that is gone, or without it, the first does.
 */
export function sign(purpose: TokenPurpose, payload: unknown, signingKeyId?: string | null): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url')
  const secret = secrets().find((each) => signingKeyIdOf(each) === signingKeyId) ?? secrets()[0]
  return `${body}.${hmac(secret, purpose, body).toString('base64url')}`
}

/** The payload of a token made by `sign` for the same purpose, or null when it was not. The shape is for the caller to parse. */
export function verify(purpose: TokenPurpose, token: string): unknown {
  const [body, signature, ...rest] = token.split('.')
  if (!body || !signature || rest.length > 0) return null
  const given = Buffer.from(signature, 'base64url')
  const isGenuine = secrets().some((secret) => {
    const expected = hmac(secret, purpose, body)
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
  return isGenuine ? JSON.parse(Buffer.from(body, 'base64url').toString()) : null
}

/** 128 random bits, safe in a URL. */
export const randomId = () => randomBytes(16).toString('base64url')
