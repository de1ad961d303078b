import type { Metadata } from 'next'

/**
 * For pages with a personal link. Their address is a key, so search engines and other sites must not see it. A form without
 * JavaScript needs its origin in the referrer, so `no-referrer` would break it.
 */
export const personalLinkMetadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }
