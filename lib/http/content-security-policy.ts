import { isAdminPath, mayRedirectOffsite } from '@/lib/platform/routes'

export type PolicyContext = {
  /** Without the query string. */
  path: string
  isHttps: boolean
  /** `npm run dev`: Next then evaluates code and loads styles and fonts of its own. */
  isDevelopment: boolean
}

/**
 * Returns the Content-Security-Policy of a page: same-origin resources only, and inline scripts only with this nonce.
 * https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(nonce: string, { path, isHttps, isDevelopment }: PolicyContext): string {
  // The frame of a mail preview inherits this policy, and a mail has inline styles.
  const allowsInlineStyle = isAdminPath(path) || isDevelopment
  return serializePolicy({
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, isDevelopment && "'unsafe-eval'"],
    'style-src': ["'self'", allowsInlineStyle && "'unsafe-inline'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    ...(isDevelopment && { 'font-src': ["'self'"] }),
    // Chromium applies this to the redirect after a form too, and no page names the meeting in advance.
    'form-action': ["'self'", mayRedirectOffsite(path) && 'https:'],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...(isHttps && { 'upgrade-insecure-requests': [] }),
  })
}

/** Returns the policy of a page without scripts and with one inline style. `styleHash` is its SHA-256 in base64. */
export const errorPagePolicy = (styleHash: string) =>
  serializePolicy({
    'default-src': ["'none'"],
    'style-src': [`'sha256-${styleHash}'`],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  })

function serializePolicy(directives: Record<string, (string | false)[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources.filter(Boolean)].join(' '))
    .join('; ')
}
