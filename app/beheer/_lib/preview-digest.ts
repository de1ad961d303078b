import { deriveDigest } from '@/lib/platform/tokens'

/** A mark of what somebody looked at before they press the button. Changing a letter of it gives another mark. */
export const previewDigest = (values: unknown) => deriveDigest('looked-at', JSON.stringify(values))
