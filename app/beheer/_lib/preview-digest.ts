import { deriveDigest } from '@/lib/platform/tokens'

/** A digest of what a form previews. It comes back with the confirmation, and shows whether the input changed since. */
export const previewDigest = (previewed: unknown) => deriveDigest('looked-at', JSON.stringify(previewed))
