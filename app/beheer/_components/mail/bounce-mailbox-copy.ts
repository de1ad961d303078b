import type { MailboxProblem } from '@/lib/platform/mail/imap-mailbox'

const problemCopies: Record<MailboxProblem, string> = {
  'login-refused': 'de mailserver weigert de inlog',
  'oauth-refused': 'Microsoft geeft geen toegang',
  'oauth-unreachable': 'Microsoft is niet te bereiken',
  'encryption-failed': 'de versleutelde verbinding lukt niet',
  'folder-missing': 'de map bestaat niet',
  'server-unreachable': 'de mailserver is niet te bereiken',
}

/** Returns why the mailbox with bounces cannot be read. `reason` is stored, and an older version may have stored it. */
export const bounceMailboxProblem = (reason: string): string =>
  (problemCopies as Record<string, string>)[reason] ?? 'het postvak is niet te openen'
