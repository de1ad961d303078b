import { deriveDigest } from '@/lib/platform/tokens'

/** Returns a digest of what a form previews. The confirmation sends it back, which shows whether anything changed since. */
export const previewDigest = (previewed: unknown) => deriveDigest('looked-at', JSON.stringify(previewed))
