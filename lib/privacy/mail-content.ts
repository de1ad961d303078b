/** All of a mail that tells to whom it was, or what it said. */
export const mailContentColumns = [
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
  'smtpResponse',
  'messageIdHeader',
] as const

// Conditions on "Message" as m.
export const hasContentSql = `num_nonnulls(${mailContentColumns.map((column) => `m."${column}"`).join(', ')}) > 0`
export const isFinishedSql = '(m."sentAt" IS NOT NULL OR m."failedAt" IS NOT NULL OR m."cancelledAt" IS NOT NULL)'
