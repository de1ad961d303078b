import { accessLabels, roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { getOrganiser } from '@/lib/organisers/queries'
import { dateAndTime, longDate } from '@/lib/platform/time'

type Organiser = NonNullable<Awaited<ReturnType<typeof getOrganiser>>> & {
  /** When the name and address are erased. `null` while the organiser has access. */
  eraseAt: Date | null
}

/** The data and the access of an organiser. */
export function OrganiserDetails({ organiser }: { organiser: Organiser }) {
  const isInvited = !organiser.acceptedAt
  const items = [
    { term: 'E-mailadres', detail: organiser.email },
    { term: 'Rol', detail: `${roleLabels[organiser.role]}: ${roleHints[organiser.role]}` },
    { term: 'Toegang', detail: accessText(organiser) },
    ...(isInvited ? [{ term: 'Mail met de uitnodiging', detail: invitationMailText(organiser) }] : []),
    { term: 'Inloggen in twee stappen', detail: organiser.twoFactorEnabled ? 'Aan' : 'Uit' },
    ...(organiser.eraseAt
      ? [{ term: 'Naam en adres gewist', detail: `Vanzelf, op ${longDate(organiser.eraseAt)}` }]
      : []),
    { term: 'Laatst ingelogd', detail: organiser.lastLoginAt ? dateAndTime(organiser.lastLoginAt) : 'Nog niet' },
  ]
  return <DescriptionList layout="rows" items={items} />
}

function accessText({ state, acceptedAt, endedAt, tokenExpiresAt }: Organiser): string {
  const details = {
    active: acceptedAt && `sinds ${dateAndTime(acceptedAt)}`,
    invited: tokenExpiresAt && `de link werkt tot ${dateAndTime(tokenExpiresAt)}`,
    'invitation-expired': 'de link werkt niet meer',
    ended: endedAt && `sinds ${dateAndTime(endedAt)}`,
  }
  return [accessLabels[state], details[state]].filter(Boolean).join(', ')
}

function invitationMailText({ invitation }: Organiser): string {
  if (invitation?.failedAt) return `Niet aangekomen. De mailserver zei: ${invitation.lastError ?? 'niets'}`
  return invitation?.sentAt ? `Verstuurd op ${dateAndTime(invitation.sentAt)}` : 'Wordt zo verstuurd'
}
