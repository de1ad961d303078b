import { deriveDigest } from '@/lib/platform/tokens'

/** Digest of what a form previews. The confirmation repeats it, which shows whether the input changed since the preview. */
export const previewDigest = (previewed: unknown) => deriveDigest('looked-at', JSON.stringify(previewed))
