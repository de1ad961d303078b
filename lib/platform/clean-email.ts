/**
 * Cleans an e-mail address as people paste it: `mailto:`, `Naam <adres>`, quotes, a trailing `;`, `,` or `.`, invisible
 * characters and full-width forms. Returns any other text as it is.
 */
export function cleanEmail(typed: string): string {
  const visible = typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
  const [, inBrackets] = /^[^<>]*<([^<>]+)>[\s;,.]*$/.exec(visible) ?? []
  return (inBrackets ?? visible)
    .trim()
    .replace(/^["'<\s]+|["'>;,.\s]+$/g, '')
    .replace(/^mailto:/i, '')
    .replace(/\?(subject|body|cc|bcc)=.*$/i, '')
}

/** Returns whether the text holds more than one address. */
export const holdsSeveralAddresses = (text: string): boolean =>
  text.split(/[\s;,]+/).filter((part) => part.includes('@')).length > 1

const providers = [
  ...['gmail.com', 'hotmail.com', 'hotmail.nl', 'outlook.com', 'live.nl', 'live.com', 'icloud.com', 'yahoo.com'],
  ...[
    'ziggo.nl',
    'kpnmail.nl',
    'planet.nl',
    'xs4all.nl',
    'home.nl',
    'kpn.com',
    'msn.com',
    'googlemail.com',
    'casema.nl',
  ],
]
const endings: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  comm: 'com',
  ocm: 'com',
  nk: 'nl',
  nll: 'nl',
  nln: 'nl',
}

/**
 * Returns the address that was likely meant, or `null`. It corrects a domain one slip away from a known provider or from
 * one of `domains`, and an ending that does not exist.
 */
export function suggestEmail(address: string, domains: string[] = []): string | null {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  // A slip in a short domain often makes the domain of someone else.
  const known = [...providers, ...domains.filter((each) => each.length >= 10)]
  if (known.includes(domain) || domains.includes(domain)) return null
  const ending = endings[domain.slice(domain.lastIndexOf('.') + 1)]
  const corrected = ending && domain.replace(/[^.]+$/, ending)
  const meant = known.find((each) => isOneSlip(domain, each)) ?? corrected
  return meant ? address.slice(0, at + 1) + meant : null
}

/** Returns whether one missing, extra, other or swapped character makes `typed` of `meant`. */
function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false
  let start = 0
  while (typed[start] !== undefined && typed[start] === meant[start]) start += 1
  const [restTyped, restMeant] = [typed.slice(start), meant.slice(start)]
  const isSwap =
    restTyped[0] === restMeant[1] && restTyped[1] === restMeant[0] && restTyped.slice(2) === restMeant.slice(2)
  const isOther = restTyped.slice(1) === restMeant.slice(1)
  return isSwap || isOther || restTyped.slice(1) === restMeant || restTyped === restMeant.slice(1)
}
