import type { Metadata } from 'next'

/**
 * Metadata of a page whose URL contains a personal token. Search engines and other sites must not see that token. The
 * referrer policy is not `no-referrer`: a form that is submitted without JavaScript must send its origin.
 */
export const personalLinkMetadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }
