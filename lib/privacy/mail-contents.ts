/** All of a mail that tells to whom it was, or what it said. */
export const mailContents = [
  'toName',
  'toAddress',
  'replyToName',
  'replyToAddress',
  'subject',
  'html',
  'text',
  'calendar',
  'details',
  'lastError',
  'acceptedWith',
  'messageIdHeader',
] as const

// Conditions on "Message" as m.
export const hasContents = `num_nonnulls(${mailContents.map((column) => `m."${column}"`).join(', ')}) > 0`
export const hasEnded = '(m."sentAt" IS NOT NULL OR m."failedAt" IS NOT NULL OR m."droppedAt" IS NOT NULL)'
