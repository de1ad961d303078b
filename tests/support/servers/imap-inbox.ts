import { ImapFlow } from 'imapflow'
import { type ImapServer, mailboxPassword, mailboxUser } from './dovecot'

/** Acts on a mailbox as a person's mail program or another server does. Each call uses a connection of its own. */
export function openInbox({ port }: ImapServer) {
  const withClient = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const auth = { user: mailboxUser, pass: mailboxPassword }
    const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false })
    await client.connect()
    await client.mailboxOpen('INBOX')
    try {
      return await work(client)
    } finally {
      await client.logout()
    }
  }
  return {
    withClient,
    receive: (mails: Buffer[], { folder = 'INBOX', flags = [] as string[] } = {}) =>
      withClient(async (client) => {
        for (const mail of mails) await client.append(folder, mail, flags)
      }),
    empty: () => withClient((client) => client.messageDelete('1:*')),
    markAllUnread: () => withClient((client) => client.messageFlagsRemove('1:*', ['\\Seen'])),
    /** Whether each mail is marked as read. */
    readMarks: () =>
      withClient(async (client) => {
        const mails = await client.fetchAll('1:*', { flags: true })
        return mails.map(({ flags }) => flags?.has('\\Seen') ?? false)
      }),
  }
}
