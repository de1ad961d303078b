import { derive } from '@/lib/platform/tokens'

/** A mark of what somebody looked at before they press the button. Changing a letter of it gives another mark. */
export const lookMark = (values: unknown) => derive('looked-at', JSON.stringify(values))
