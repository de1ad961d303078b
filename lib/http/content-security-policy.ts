import { isAdminPath, mayRedirectOffsite } from '@/lib/platform/routes'

export type PolicyContext = {
  /** The path that is asked for, without what stands behind its question mark. */
  path: string
  /** Whether visitors reach the site over https. */
  isHttps: boolean
  /** `npm run dev`: Next then runs text as code, and brings styles and letters of its own. */
  isDevelopment: boolean
}

/**
 * The Content-Security-Policy of a page: nothing but what is our own, and of the scripts in the page itself only those with
 * this nonce. https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(nonce: string, { path, isHttps, isDevelopment }: PolicyContext): string {
  // The frame that shows a mail takes its policy from the page around it, and a mail brings its style along.
  const allowsInlineStyle = isAdminPath(path) || isDevelopment
  return serializePolicy({
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, isDevelopment && "'unsafe-eval'"],
    'style-src': ["'self'", allowsInlineStyle && "'unsafe-inline'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    ...(isDevelopment && { 'font-src': ["'self'"] }),
    // Chromium holds the redirect after a form to this too, and where a meeting is, no page tells before its time.
    'form-action': ["'self'", mayRedirectOffsite(path) && 'https:'],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...(isHttps && { 'upgrade-insecure-requests': [] }),
  })
}

/** The policy of a page without a script, with one style in it, named by its SHA-256 in base64. */
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
