import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { Breadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import type { Flash } from '@/app/beheer/_components/form/form-state'
import { accessLabels, roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { flashFor, idOr404 } from '@/app/beheer/_lib/params'
import { PageTitle } from '@/components/ui/page/page-title'
import { DescriptionList } from '@/components/ui/text/description-list'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { getOrganiser } from '@/lib/organisers/queries'
import { accountPurgeAt, invitationHours } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { retentionPeriods } from '@/lib/platform/env'
import { type OrganiserFlash, routes } from '@/lib/platform/routes'
import { dateAndTime, longDate } from '@/lib/platform/time'
import { changeOrganiserAction } from '../actions'
import { OrganiserActions } from './_components/organiser-actions'

const flashes: Record<OrganiserFlash, Flash> = {
  role: { title: 'De rol is veranderd.', text: 'Dat geldt meteen, ook waar iemand nu is ingelogd.' },
  ended: { title: 'De toegang is beëindigd.', text: 'Overal waar deze persoon was ingelogd, is dat nu voorbij.' },
  restored: { title: 'Deze persoon kan weer inloggen.', text: 'Het wachtwoord is hetzelfde als eerst.' },
  invited: {
    title: 'Er is een nieuwe uitnodiging onderweg.',
    text: `De link van eerder werkt niet meer. De nieuwe werkt ${invitationHours} uur.`,
  },
  'two-step-reset': {
    title: 'Inloggen in twee stappen staat uit voor deze persoon.',
    text: 'Inloggen gaat nu met alleen het wachtwoord. Deze persoon krijgt er een mail over.',
  },
}

type Props = PageProps<'/beheer/organisatoren/[organisator]'>
type Organiser = NonNullable<Awaited<ReturnType<typeof getOrganiser>>>

export default async function OrganiserPage({ params, searchParams }: Props) {
  const [{ organisator }, { gelukt }] = await Promise.all([params, searchParams])
  const admin = await requireAdmin(routes.organiser(organisator))
  const organiser = (await getOrganiser(idOr404(organisator), clock.now())) ?? notFound()
  return (
    <AdminPage organiser={admin} width="reading">
      <OrganiserActions
        action={changeOrganiserAction.bind(null, organiser.id)}
        organiser={organiser}
        flash={flashFor(flashes, gelukt)}
      >
        <Breadcrumbs links={[{ label: 'Organisatoren', href: routes.organisers() }]} />
        <PageTitle size="calm">{organiser.name}</PageTitle>
        <DescriptionList layout="rows" items={detailsOf(organiser)} />
      </OrganiserActions>
    </AdminPage>
  )
}

function detailsOf(organiser: Organiser) {
  const { role, lastLoginAt } = organiser
  const purgeAt = accountPurgeAt(organiser, retentionPeriods())
  return [
    { term: 'E-mailadres', detail: organiser.email },
    { term: 'Rol', detail: `${roleLabels[role]}: ${roleHints[role]}` },
    { term: 'Toegang', detail: accessText(organiser) },
    ...(organiser.acceptedAt ? [] : [{ term: 'Mail met de uitnodiging', detail: invitationMailText(organiser) }]),
    { term: 'Inloggen in twee stappen', detail: organiser.twoFactorEnabled ? 'Aan' : 'Uit' },
    ...(purgeAt ? [{ term: 'Naam en adres gewist', detail: `Vanzelf, op ${longDate(purgeAt)}` }] : []),
    { term: 'Laatst ingelogd', detail: lastLoginAt ? dateAndTime(lastLoginAt) : 'Nog niet' },
  ]
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
