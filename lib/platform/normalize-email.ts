import { domainToASCII, domainToUnicode } from 'node:url'

/**
 * Returns the address as it is stored for comparison: in lower case, without white space, and with the letters of an
 * internationalised domain: `a@xn--voorbeld-y1a.nl` and `a@voorbeëld.nl` are one mailbox.
 */
export function normalizeEmail(address: string): string {
  const [localPart = '', domain] = address
    .replace(/\s+/g, '')
    .toLowerCase()
    .split(/@(?=[^@]*$)/)
  return domain === undefined ? localPart : `${localPart}@${domainToUnicode(domainToASCII(domain)) || domain}`
}
