import { siteUrl } from '@/lib/platform/env'
import { type LinkOwner, personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'

/** Stand in a frozen mail where a link of the reader's own goes. Such a name never leads anywhere (RFC 2606, 2). */
export const takePartMark = 'https://persoonlijke-link.invalid/deelnemen'
export const takePlaceMark = 'https://persoonlijke-link.invalid/plek'
export const ownSignUpMark = 'https://persoonlijke-link.invalid/aanmelding'
export const ownCancelMark = 'https://persoonlijke-link.invalid/afmelden'
export const newAddressMark = 'https://persoonlijke-link.invalid/nieuw-adres'
export const invitationMark = 'https://persoonlijke-link.invalid/uitnodiging'
export const newPasswordMark = 'https://persoonlijke-link.invalid/wachtwoord'

const links = [
  { mark: takePartMark, purpose: 'take-part', route: routes.takePart },
  { mark: takePlaceMark, purpose: 'take-place', route: routes.takePlace },
  { mark: ownSignUpMark, purpose: 'manage', route: routes.ownSignUp },
  { mark: ownCancelMark, purpose: 'manage', route: routes.ownCancel },
  { mark: newAddressMark, purpose: 'new-address', route: routes.confirmAddress },
  { mark: invitationMark, purpose: 'invitation', route: routes.invitation },
  { mark: newPasswordMark, purpose: 'new-password', route: routes.newPassword },
] as const

/** The same text with another address in place of each mark. */
export const replacePersonalLink = (text: string, address: string) =>
  links.reduce((filled, { mark }) => filled.replaceAll(mark, address), text)

/** The same text with the links of this reader in place of the marks, signed with the secret of `secretMark`. */
export const fillPersonalLink = (text: string, owner: LinkOwner, secretMark: string | null) =>
  links.reduce(
    (filled, { mark, purpose, route }) =>
      filled.replaceAll(mark, `${siteUrl()}${route(personalToken(purpose, owner, secretMark))}`),
    text,
  )

/** The same text for somebody else's eyes. */
export const hidePersonalLink = (text: string) => replacePersonalLink(text, '#persoonlijke-link')
