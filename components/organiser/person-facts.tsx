import { DescriptionList } from '@/components/layout/description-list'
import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import { dateAndTime, longDate } from '@/lib/platform/time'
import { roleHints, roleLabels, stateLabels } from './people-words'

type Person = {
  /** When name and address are erased, of who has no access any more. */
  eraseAt: Date | null
  email: string
  role: Role
  state: OrganiserState
  twoFactorEnabled: boolean
  acceptedAt: Date | null
  endedAt: Date | null
  linkExpiresAt: Date | null
  lastLoginAt: Date | null
  invitation: { sentAt: Date | null; failedAt: Date | null; lastError: string | null } | null
}

/** Who somebody is at the desk, and how things stand with their access. */
export function PersonFacts({ person }: { person: Person }) {
  const isInvited = !person.acceptedAt
  const items = [
    { term: 'E-mailadres', detail: person.email },
    { term: 'Rol', detail: `${roleLabels[person.role]}: ${roleHints[person.role]}` },
    { term: 'Toegang', detail: access(person) },
    ...(isInvited ? [{ term: 'Mail met de uitnodiging', detail: mail(person) }] : []),
    { term: 'Inloggen in twee stappen', detail: person.twoFactorEnabled ? 'Aan' : 'Uit' },
    ...(person.eraseAt ? [{ term: 'Naam en adres gewist', detail: `Vanzelf, op ${longDate(person.eraseAt)}` }] : []),
    { term: 'Laatst ingelogd', detail: person.lastLoginAt ? dateAndTime(person.lastLoginAt) : 'Nog niet' },
  ]
  return <DescriptionList layout="rows" items={items} />
}

function access({ state, acceptedAt, endedAt, linkExpiresAt }: Person): string {
  const details = {
    active: acceptedAt && `sinds ${dateAndTime(acceptedAt)}`,
    invited: linkExpiresAt && `de link werkt tot ${dateAndTime(linkExpiresAt)}`,
    'invitation-expired': 'de link werkt niet meer',
    ended: endedAt && `sinds ${dateAndTime(endedAt)}`,
  }
  return [stateLabels[state], details[state]].filter(Boolean).join(', ')
}

function mail({ invitation }: Person): string {
  if (invitation?.failedAt) return `Niet aangekomen. De mailserver zei: ${invitation.lastError ?? 'niets'}`
  return invitation?.sentAt ? `Verstuurd op ${dateAndTime(invitation.sentAt)}` : 'Wordt zo verstuurd'
}
