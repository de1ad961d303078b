import { ImapFlow, type ImapFlowError } from 'imapflow'
import { createTokenSource, type MailOAuth } from './oauth-token'
import { isThisMachine } from './this-machine'

/** Why a mailbox cannot be read. Stored in `BounceMailbox.failure`; app/beheer/_components/mail says what to change. */
export type MailboxProblem =
  | 'login-refused'
  | 'oauth-refused'
  | 'oauth-unreachable'
  | 'encryption-failed'
  | 'folder-missing'
  | 'server-unreachable'

/** Error for a mailbox that cannot be read. The cause may hold an address, so only `reason` and `code` may be logged. */
export class MailboxError extends Error {
  readonly reason: MailboxProblem
  readonly code?: string

  constructor(cause: ImapFlowError) {
    super(`mailbox: ${problemOf(cause)}`, { cause })
    this.name = 'MailboxError'
    this.reason = problemOf(cause)
    this.code = cause.code
  }
}

export type MailboxSettings = {
  /** imap(s)://user:password@host:port/folder. Without a folder the inbox is read. */
  url: string
  /** Mailbox to log in to. */
  user: string
  /** Logs in with an access token of Microsoft Entra instead of the password in the URL. */
  oauth: MailOAuth | null
}

export type OpenMailbox = {
  /** With a UID, identifies a mail for good (RFC 3501, 2.3.1.1). Another value voids all UIDs. */
  uidValidity: bigint
  /** Returns the UIDs above `after` of mails that arrived since `since`, lowest first. */
  listUids(after: bigint, since: Date): Promise<number[]>
  /** Returns the UIDs of the mails among `uids` whose content type is multipart/report. Downloads no content. */
  filterReports(uids: number[]): Promise<number[]>
  /** Returns the first `maxBytes` of a mail, or `null` when it is gone. The mail stays unread. */
  download(uid: number, maxBytes: number): Promise<Buffer | null>
  markRead(uid: number): Promise<void>
  close(): Promise<void>
}

const defaultTimeouts = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 }

/**
 * Returns a function that opens the mailbox, until its `signal` aborts. The function and what it opens throw MailboxError.
 * Keeps an access token of `oauth` until it expires or the server refuses it.
 */
export function createMailboxOpener({ url, user, oauth }: MailboxSettings, timeouts = defaultTimeouts) {
  const { hostname, port, protocol, password, pathname } = new URL(url)
  const secure = protocol === 'imaps:'
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  const getToken = oauth && createTokenSource(oauth)
  let isTokenRefused = false

  return async (signal?: AbortSignal): Promise<OpenMailbox> => {
    const token = getToken && (await throwingMailboxError(getToken(isTokenRefused))).token
    const client = new ImapFlow({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port) || (secure ? 993 : 143),
      secure,
      // Otherwise somebody on the network could take STARTTLS out of the server's answer, and read the login.
      ...(!secure && !isThisMachine(url) && { doSTARTTLS: true }),
      auth: token ? { user, accessToken: token } : { user, pass: decodeURIComponent(password) },
      logger: false,
      disableAutoIdle: true,
      ...timeouts,
    })
    // An error of the connection also rejects the command in progress. Without a listener it would end the process.
    client.on('error', () => undefined)
    const abort = () => client.close()
    signal?.addEventListener('abort', abort)
    const close = async () => {
      signal?.removeEventListener('abort', abort)
      await client.logout().catch(() => client.close())
    }
    try {
      await client.connect()
      isTokenRefused = false
      return { ...inFolder(client, await client.mailboxOpen(folder)), close }
    } catch (error) {
      const mailboxError = new MailboxError(error as ImapFlowError)
      if (mailboxError.reason === 'login-refused') isTokenRefused = true
      await close()
      throw mailboxError
    }
  }
}

function inFolder(client: ImapFlow, { uidValidity }: { uidValidity: bigint }): Omit<OpenMailbox, 'close'> {
  const byUid = { uid: true } as const
  return {
    uidValidity,
    async listUids(after, since) {
      // "5:*" always holds the last mail, also when its UID is below 5.
      const found = await throwingMailboxError(client.search({ uid: `${after + 1n}:*`, since }, byUid))
      return (found || []).filter((uid) => uid > after).sort((one, other) => one - other)
    },
    async filterReports(uids) {
      if (uids.length === 0) return []
      const mails = await throwingMailboxError(client.fetchAll(uids, { uid: true, bodyStructure: true }, byUid))
      return mails.filter(({ bodyStructure }) => bodyStructure?.type === 'multipart/report').map(({ uid }) => uid)
    },
    async download(uid, maxBytes) {
      const query = { source: { start: 0, maxLength: maxBytes } }
      const mail = await throwingMailboxError(client.fetchOne(`${uid}`, query, byUid))
      return mail ? (mail.source ?? null) : null
    },
    async markRead(uid) {
      await throwingMailboxError(client.messageFlagsAdd(`${uid}`, ['\\Seen'], byUid))
    },
  }
}

const throwingMailboxError = <T>(result: Promise<T>): Promise<T> =>
  result.catch((error) => {
    throw new MailboxError(error)
  })

const tlsCode = /^(ERR_(TLS|SSL)_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$|UPGRADE_TIMEOUT$)/

function problemOf(error: ImapFlowError): MailboxProblem {
  const { code = '', serverResponseCode, authenticationFailed, tlsFailed, mailboxMissing } = error
  if (code === 'EOAUTH2') return 'oauth-refused'
  if (code === 'EOAUTHSERVER') return 'oauth-unreachable'
  if (authenticationFailed && serverResponseCode !== 'UNAVAILABLE') return 'login-refused'
  if (tlsFailed || tlsCode.test(code)) return 'encryption-failed'
  return mailboxMissing ? 'folder-missing' : 'server-unreachable'
}
