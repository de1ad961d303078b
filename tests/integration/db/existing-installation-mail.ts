import { createHmac } from 'node:crypto'
import { type AddressObject, simpleParser } from 'mailparser'
import type { Row, Rows } from '@/tests/support/database/row-mapping'
import type { ReceivedMail } from '@/tests/support/servers/smtp-server'

/**
 * Where each placeholder in a stored mail leads, and for what purpose its token is signed. Written out here and not imported:
 * links of both kinds are in mailboxes, so neither the paths nor the purposes may change with the code.
 */
const links: Record<string, { purpose: string; path: (token: string) => string }> = {
  deelnemen: { purpose: 'take-part', path: (token) => `/deelnemen/${token}` },
  plek: { purpose: 'take-place', path: (token) => `/plek/${token}` },
  aanmelding: { purpose: 'manage', path: (token) => `/aanmelding/${token}` },
  afmelden: { purpose: 'manage', path: (token) => `/aanmelding/${token}/afmelden` },
  'nieuw-adres': { purpose: 'new-address', path: (token) => `/aanmelding/nieuw-adres/${token}` },
  uitnodiging: { purpose: 'invitation', path: (token) => `/beheer/uitnodiging/${token}` },
  wachtwoord: { purpose: 'new-password', path: (token) => `/beheer/wachtwoord/${token}` },
}

/** Names of all placeholders. */
export const placeholders = Object.keys(links)

const placeholder = /https:\/\/persoonlijke-link\.invalid\/([a-z-]+)/g

/** The placeholders in a stored mail, by name. */
export const placeholdersIn = ({ html }: Row): string[] =>
  [...String(html).matchAll(placeholder)].map(([, name = '']) => name)

function signedToken(purpose: string, { id, linkVersion }: Row): string {
  const body = Buffer.from(JSON.stringify([id, linkVersion])).toString('base64url')
  const hmac = createHmac('sha256', process.env.APP_SECRET ?? '').update(`${purpose}\0${body}`)
  return `${body}.${hmac.digest('base64url')}`
}

/** The row whose id and link version are in the links of a mail: an address request, a registration or an organiser. */
function linkOwner(rows: Rows, { details, registrationId, organiserId }: Row): Row {
  const { addressRequestId } = (details ?? {}) as { addressRequestId?: string }
  const find = (table: string, id: unknown) => rows[table]?.find((row) => row.id === id)
  const owner = addressRequestId
    ? find('AddressRequest', addressRequestId)
    : (find('Registration', registrationId) ?? find('Organiser', organiserId))
  if (!owner) throw new Error('a mail with links has an owner')
  return owner
}

/** The link that a placeholder in this message stands for. */
export function personalLink(rows: Rows, message: Row, name: string): string {
  const link = links[name]
  if (!link) throw new Error(`unknown placeholder ${name}`)
  return `http://localhost:3000${link.path(signedToken(link.purpose, linkOwner(rows, message)))}`
}

/** What must arrive of a message that was rendered before the migrations, computed from the rows of before alone. */
export function storedMail(rows: Rows, message: Row) {
  // The mail writer leaves out direction marks, which older mails had in their preheader.
  const filled = (text: unknown) =>
    String(text)
      .replace(/[\u200e\u200f]/g, '')
      .replace(placeholder, (_, name: string) => personalLink(rows, message, name))
  const { messageIdHeader, toName, toAddress, replyToAddress, subject, html, text, calendar, frozenAt } = message
  return {
    messageId: messageIdHeader,
    date: new Date(String(frozenAt)),
    to: { name: toName ?? '', address: toAddress },
    replyTo: replyToAddress,
    subject,
    html: filled(html),
    text: filled(text),
    calendar,
  }
}

/** The parts of a mail that arrived, in the form of `storedMail`. */
export async function arrivedMail({ raw }: ReceivedMail) {
  const { messageId, date, to, replyTo, subject, html, text, attachments } = await simpleParser(raw)
  const first = (addresses: AddressObject | AddressObject[] | undefined) => [addresses].flat()[0]?.value[0]
  return {
    messageId,
    date,
    to: { name: first(to)?.name ?? '', address: first(to)?.address },
    replyTo: first(replyTo)?.address ?? null,
    subject,
    html,
    text,
    calendar: attachments[0]?.content.toString() ?? null,
  }
}
