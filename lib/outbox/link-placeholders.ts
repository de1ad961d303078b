import { createPersonalToken, type LinkOwner } from '@/lib/personal-links/token'
import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'

// Placeholders for personal links in stored mail. Names under `.invalid` never resolve (RFC 2606, section 2).
export const takePartPlaceholder = 'https://persoonlijke-link.invalid/deelnemen'
export const takeSeatPlaceholder = 'https://persoonlijke-link.invalid/plek'
export const otherColleaguePlaceholder = 'https://persoonlijke-link.invalid/andere-collega'
export const selfServicePlaceholder = 'https://persoonlijke-link.invalid/aanmelding'
export const selfCancelPlaceholder = 'https://persoonlijke-link.invalid/afmelden'
export const confirmEmailPlaceholder = 'https://persoonlijke-link.invalid/nieuw-adres'
export const invitationPlaceholder = 'https://persoonlijke-link.invalid/uitnodiging'
export const newPasswordPlaceholder = 'https://persoonlijke-link.invalid/wachtwoord'

const links = [
  { placeholder: takePartPlaceholder, purpose: 'take-part', route: routes.joinMeeting },
  { placeholder: takeSeatPlaceholder, purpose: 'take-place', route: routes.seatOffer },
  { placeholder: otherColleaguePlaceholder, purpose: 'other-colleague', route: routes.otherColleague },
  { placeholder: selfServicePlaceholder, purpose: 'manage', route: routes.selfService },
  { placeholder: selfCancelPlaceholder, purpose: 'manage', route: routes.selfServiceCancel },
  { placeholder: confirmEmailPlaceholder, purpose: 'new-address', route: routes.confirmEmailChange },
  { placeholder: invitationPlaceholder, purpose: 'invitation', route: routes.invitation },
  { placeholder: newPasswordPlaceholder, purpose: 'new-password', route: routes.resetPassword },
] as const

export const replaceLinkPlaceholders = (text: string, address: string) =>
  links.reduce((filled, { placeholder }) => filled.replaceAll(placeholder, address), text)

/** Replaces each placeholder for a personal link by that link of `owner`, signed with the secret of `signingKeyId`. */
export const fillLinkPlaceholders = (text: string, owner: LinkOwner, signingKeyId: string | null) =>
  links.reduce(
    (filled, { placeholder, purpose, route }) =>
      filled.replaceAll(placeholder, `${siteUrl()}${route(createPersonalToken(purpose, owner, signingKeyId))}`),
    text,
  )

/** Replaces each placeholder for a personal link by a harmless anchor, for readers who must not use the link. */
export const maskPersonalLinks = (text: string) => replaceLinkPlaceholders(text, '#persoonlijke-link')
