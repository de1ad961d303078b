import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer, { type NodemailerError } from 'nodemailer'
import { composeMail, type Mail, type Mailbox } from './compose'
import { parseMailbox } from './mailbox'
import { createTokenSource, type MailOAuth } from './oauth-token'
import { isThisMachine } from './this-machine'

export type MailTransport = {
  /** The domain of the sender's address in ASCII, used in the Message-ID of each mail. */
  domain: string
  /** Most mails a minute that the mail server accepts, if its limit is known. */
  perMinute?: number | null
  /** Returns the SMTP response; `null` for a mail written to a file. Throws SendError. An aborted mail may still arrive. */
  send(mail: Mail, signal?: AbortSignal): Promise<string | null>
  close(): void
}

/** Error of a failed send. With `stage` `body` the mail may have arrived. `response` may hold an address: never log it. */
export class SendError extends Error {
  readonly stage: 'composing' | 'connecting' | 'session' | 'body'
  readonly code: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string

  constructor(stage: SendError['stage'], cause: NodemailerError) {
    super(cause.message, { cause })
    this.stage = stage
    // Nodemailer reports a failure to get an access token as a refused login.
    this.code = (cause.originalCode?.startsWith('EOAUTH') ? cause.originalCode : cause.code) ?? 'EUNKNOWN'
    this.command = cause.command
    this.responseCode = cause.responseCode
    this.response = cause.response
  }
}

// A server may take ten minutes to answer after the body (RFC 5321, 4.5.3.2.6). Giving up earlier sends the mail twice.
const defaultTimeouts = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 600_000 }

type TransportOptions = {
  /** URL of the mail server, such as smtp(s)://user:password@host:port. Without it mails are written to `mailDir`. */
  smtpUrl?: string
  mailDir: string
  /** The sender of all mails: "Name <address>" or an address alone. */
  from: string
  /** The Microsoft Entra app that gives access tokens, which replace the password for the mail server. */
  oauth?: MailOAuth | null
  perMinute?: number | null
  timeouts?: typeof defaultTimeouts
}

/** Creates a transport that sends mails by SMTP or, without `smtpUrl`, writes them to the folder `mailDir`. */
export function createMailTransport(options: TransportOptions): MailTransport {
  const { smtpUrl, mailDir, from, perMinute = null } = options
  const sender = parseMailbox(from)
  if (!sender) throw new Error('the sender is no mail address')
  const pool = smtpUrl ? openSmtpPool(smtpUrl, sender, options) : null
  return {
    perMinute: pool && perMinute,
    domain: sender.address.slice(sender.address.lastIndexOf('@') + 1),
    close: () => pool?.close(),
    async send(mail, signal) {
      const progress: SendProgress = { stage: 'composing' }
      try {
        const raw = await composeMail(mail, sender)
        progress.stage = 'connecting'
        if (!pool) return await writeToFolder(raw, mail, mailDir)
        const envelope = { from: sender.address, to: mail.to.address }
        return (await pool.sendMail({ raw, envelope, signal, progress } as PooledMail)).response
      } catch (error) {
        throw new SendError(progress.stage, error as NodemailerError)
      }
    },
  }
}

type SendProgress = { stage: SendError['stage'] }
type PooledMail = Parameters<ReturnType<typeof nodemailer.createTransport>['sendMail']>[0] & { progress?: SendProgress }

function openSmtpPool(url: string, sender: Mailbox, { oauth, timeouts = defaultTimeouts }: TransportOptions) {
  const pool = nodemailer.createTransport({
    pool: true,
    url: securedUrl(url, oauth != null),
    ...(oauth && { auth: oauthLogin(oauth, url, sender) }),
    // The outbox retries, and records each attempt.
    maxRequeues: 0,
    maxConnections: 3,
    // Shorter than the idle timeout of any server. A mail on a connection that was just closed would have to be retried.
    idleTimeout: 20_000,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The pool opens the message after login, and pipes it after the server accepted DATA. Its errors do not name the
  // stage, which decides whether the mail may have been delivered.
  pool.use('stream', (mail, done) => {
    const { progress } = mail.data as PooledMail
    const { message } = mail
    if (progress && message) {
      const open = message.createReadStream.bind(message)
      message.createReadStream = (options) => {
        progress.stage = 'session'
        const stream = open(options)
        const pipe = stream.pipe.bind(stream)
        stream.pipe = (...args) => {
          progress.stage = 'body'
          return pipe(...args)
        }
        return stream
      }
    }
    done()
  })
  return pool
}

/**
 * Returns the URL of the mail server with STARTTLS required if a login is sent to another machine. Otherwise an attacker on
 * the network could remove STARTTLS from the server's answer, and read the login.
 */
export function securedUrl(smtpUrl: string, hasOAuth: boolean): string {
  const url = new URL(smtpUrl)
  if (isThisMachine(smtpUrl) || (!hasOAuth && !url.username && !url.password)) return smtpUrl
  // Set in the URL, because its parameters overrule the options of nodemailer.
  url.searchParams.set('requireTLS', 'true')
  return url.toString()
}

/** Returns nodemailer's login by access token. The user is the one in the URL, or else the sender's address. */
function oauthLogin(oauth: MailOAuth, smtpUrl: string, sender: Mailbox) {
  const getToken = createTokenSource(oauth)
  return {
    type: 'OAuth2' as const,
    user: decodeURIComponent(new URL(smtpUrl).username) || sender.address,
    provisionCallback(
      _user: string,
      renew: boolean,
      done: (error: Error | null, token?: string, expires?: number) => void,
    ) {
      getToken(renew).then(
        ({ token, expires }) => done(null, token, expires),
        (error: Error) => done(error),
      )
    },
  }
}

async function writeToFolder(bytes: Buffer, { date, messageId }: Mail, dir: string): Promise<null> {
  // The name depends on the mail only, so writing a mail twice makes one file. The date sorts the folder.
  const name = `${date.toISOString()}-${messageId}`.replace(/[^a-zA-Z0-9]+/g, '-').replace(/-$/, '')
  const temporaryFile = path.join(dir, `.${name}.part`)
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await writeFile(temporaryFile, bytes, { mode: 0o600 })
    await rename(temporaryFile, path.join(dir, `${name}.eml`))
    return null
  } catch (error) {
    throw Object.assign(error as Error, { code: 'EFOLDER' })
  }
}
