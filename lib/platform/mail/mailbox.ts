import { domainToASCII } from 'node:url'
import { isEmailAddress } from '../email-address'
import type { Mailbox } from './compose'

/**
 * Reads `Name <address>`, `"Name" <address>` or an address alone. The domain comes out in ASCII (RFC 5890), as mail headers
 * need. Returns `null` when the address cannot receive mail, or the name holds a line break or angle bracket.
 */
export function parseMailbox(text: string): Mailbox | null {
  const [, name = '', bracketed] = text.match(/^\s*([^<>\r\n]*?)\s*<([^<>\s]+)>\s*$/) ?? []
  const address = bracketed ?? text.trim()
  if (!isEmailAddress(address)) return null
  const at = address.lastIndexOf('@')
  const asciiAddress = `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
  return { name: name.replace(/^"(.*)"$/, '$1'), address: asciiAddress }
}
