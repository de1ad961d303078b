import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Purpose of a token or digest, which is valid for no other purpose. Renaming a value breaks the links in sent mails. */
export type TokenPurpose =
  | 'secret-mark'
  | 'take-part'
  | 'take-place'
  | 'manage'
  | 'new-address'
  | 'other-colleague'
  | 'looked-at'
  | 'sign-up-form'
  | 'signed-up'
  | 'first-organiser'
  | 'invitation'
  | 'new-password'
  | 'known-browser'
  | 'rate-limit'
  | 'organiser-login'

/** Returns the secrets in APP_SECRET, a comma-separated list. The first secret signs, and each of them verifies. */
function secrets(): [string, ...string[]] {
  const [first, ...older] = (process.env.APP_SECRET ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean)
  if (!first) throw new Error('APP_SECRET is not set: start the site with `npm start`')
  return [first, ...older]
}

const hmac = (secret: string, purpose: TokenPurpose, text: string) =>
  createHmac('sha256', secret).update(`${purpose}\0${text}`).digest()

/** Returns the HMAC-SHA-256 of purpose and text under the first secret of APP_SECRET, in base64url. */
export const deriveDigest = (purpose: TokenPurpose, text: string): string =>
  hmac(secrets()[0], purpose, text).toString('base64url')

/** Returns an id of the secret that signs new tokens. The id does not reveal the secret. */
export const currentSigningKeyId = () => signingKeyIdOf(secrets()[0])
const signingKeyIdOf = (secret: string) => hmac(secret, 'secret-mark', '').toString('base64url').slice(0, 12)

/**
 * Returns a signed token that holds `payload` (any JSON), safe in a URL, cookie and form. The payload is not encrypted.
 * Signs with the secret that has id `signingKeyId`, or with the first secret if APP_SECRET holds none with that id.
 */
export function sign(purpose: TokenPurpose, payload: unknown, signingKeyId?: string | null): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url')
  const secret = secrets().find((each) => signingKeyIdOf(each) === signingKeyId) ?? secrets()[0]
  return `${body}.${hmac(secret, purpose, body).toString('base64url')}`
}

/** Returns the unvalidated payload of a token that `sign` made for this purpose. Returns `null` for any other token. */
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

/** Returns 128 random bits in base64url. */
export const randomId = () => randomBytes(16).toString('base64url')
