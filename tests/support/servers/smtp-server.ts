import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What the server does with the next conversations. */
export type SmtpBehaviour =
  | Refusal
  | 'accept'
  | 'refuse-login'
  | 'refuse-sender'
  | 'refuse-recipient'
  | 'defer-recipient'
  | 'refuse-relay'
  | 'refuse-relay-elsewhere'
  | 'hang-greeting'
  | 'refuse-body'
  | 'hang-after-data'
  | 'drop-after-data'

/** Where in a conversation a server can refuse: on connecting, at the login, the sender, the recipient or after the body. */
export type SmtpStage = 'greeting' | 'login' | 'sender' | 'recipient' | 'body'

/** Gives this answer at one stage, for example "550 5.1.1 unknown", once `after` mails were accepted. */
export type Refusal = { stage: SmtpStage; answer: string; after?: number }

/** A body that came in whole. `answered` is false when the client never heard that it was taken. */
export type ReceivedMail = { raw: string; to: string; messageId: string; answered: boolean }

export type SmtpServer = {
  url: string
  port: number
  received: ReceivedMail[]
  /** The user names that tried to log in. */
  logins: Set<string>
  behaviour: SmtpBehaviour
  /** How long it takes over each body. */
  delayMs: number
  close(): Promise<void>
}

type Options = {
  port?: number
  behaviour?: SmtpBehaviour
  delayMs?: number
  /** Offers STARTTLS, with a certificate of its own. */
  startTls?: boolean
  /** Access tokens of user "user" that XOAUTH2 accepts. Without it the server takes passwords. */
  tokens?: Set<string>
}

const smtpError = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

/** A real SMTP server on loopback, on a free port unless one is given. Its login is user/secret. */
export async function startSmtpServer({
  port = 0,
  behaviour = 'accept',
  delayMs = 0,
  startTls = false,
  tokens,
}: Options = {}): Promise<SmtpServer> {
  const sockets = new Map<number, Socket>()
  const server = new SMTPServer({
    disabledCommands: startTls ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: tokens ? ['XOAUTH2'] : ['PLAIN', 'LOGIN'],
    authOptional: false,
    closeTimeout: 50,
    onConnect(_session, done) {
      if (state.behaviour !== 'hang-greeting') done(refusalAt('greeting'))
    },
    onAuth({ username, password, accessToken }, _session, done) {
      state.logins.add(username ?? '')
      const refusal = refusalAt('login')
      if (refusal) return done(refusal)
      if (tokens) return done(null, tokens.has(accessToken ?? '') ? { user: username } : {})
      const known = username === 'user' && password === 'secret' && state.behaviour !== 'refuse-login'
      if (known) done(null, { user: username })
      else done(smtpError(535, '5.7.8 wrong user name or password'))
    },
    onMailFrom(_address, _session, done) {
      done(state.behaviour === 'refuse-sender' ? smtpError(553, '5.7.1 sender not allowed') : refusalAt('sender'))
    },
    onRcptTo({ address }, _session, done) {
      const { behaviour: now } = state
      if (now === 'refuse-recipient') return done(smtpError(550, `5.1.1 <${address}>: no such mailbox`))
      if (now === 'defer-recipient') return done(smtpError(450, '4.2.1 try again later'))
      const elsewhere = now === 'refuse-relay-elsewhere' && !address.endsWith('@example.nl')
      done(
        now === 'refuse-relay' || elsewhere
          ? smtpError(554, `5.7.1 <${address}>: relay access denied`)
          : refusalAt('recipient'),
      )
    },
    onData(stream, session, done) {
      takeBody(stream, session, done).catch(() => undefined) // the client died halfway: nothing came in
    },
  } satisfies SMTPServerOptions)

  function refusalAt(stage: SmtpStage) {
    const { behaviour: now, received } = state
    if (typeof now === 'string' || now.stage !== stage || received.length < (now.after ?? 0)) return null
    const [code = '', ...text] = now.answer.split(' ')
    return smtpError(Number(code), text.join(' '))
  }

  type OnData = NonNullable<SMTPServerOptions['onData']>
  async function takeBody(...[stream, session, done]: Parameters<OnData>) {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    const raw = Buffer.concat(chunks).toString()
    const { behaviour: now, delayMs: delay } = state
    const refusal = refusalAt('body')
    if (refusal) return done(refusal)
    if (now === 'refuse-body') return done(smtpError(554, '5.6.0 not this one'))
    const answered = now !== 'hang-after-data' && now !== 'drop-after-data'
    const messageId = raw.match(/^Message-ID: (.*)\r?$/im)?.[1] ?? ''
    state.received.push({ raw, messageId, answered, to: session.envelope.rcptTo[0]?.address ?? '' })
    if (delay > 0) await sleep(delay)
    if (now === 'drop-after-data') sockets.get(session.remotePort ?? 0)?.destroy()
    if (answered) done()
  }

  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.set(socket.remotePort ?? 0, socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

  const bound = (server.server.address() as AddressInfo).port
  const state: SmtpServer = {
    url: `smtp://user:secret@127.0.0.1:${bound}`,
    port: bound,
    received: [],
    logins: new Set(),
    behaviour,
    delayMs,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.values()) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return state
}
