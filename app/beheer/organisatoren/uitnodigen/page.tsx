import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { type OrganiserField, OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { invitationHours } from '@/lib/organisers/rules'
import { roles } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'
import { inviteAction } from '../actions'

// No autofill: a browser would fill in the name and address of the organiser.
const fields: OrganiserField[] = [
  { name: 'name', label: 'Naam van je collega', autoComplete: 'off' },
  {
    name: 'email',
    type: 'email',
    label: 'E-mailadres van je collega',
    hint: 'Hier komt de uitnodiging aan. Met dit adres logt je collega in.',
    autoComplete: 'off',
  },
  {
    name: 'role',
    label: 'Wat mag je collega?',
    options: roles.map((role) => ({ value: role, label: `${roleLabels[role]}: ${roleHints[role]}` })),
  },
]

const messages = {
  name: { missing: 'Vul de naam van je collega in', 'too-long': 'Maak de naam korter. Er is plaats voor 120 tekens' },
  email: {
    missing: 'Vul het e-mailadres van je collega in, bijvoorbeeld naam@example.nl',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
    'too-long': 'Kijk het e-mailadres na. Er is plaats voor 254 tekens',
  },
}

const refusals = {
  exists: {
    title: 'Dit e-mailadres staat al in de lijst.',
    text: 'Kijk bij Organisatoren: daar stuur je een nieuwe uitnodiging, of geef je iemand weer toegang.',
  },
  'not-allowed': { title: 'Uitnodigen mag je niet (meer).', text: 'Jouw rol of toegang is net veranderd.' },
}

export default async function InvitePage() {
  const organiser = await requireAdmin(routes.inviteOrganiser())
  return (
    <AdminPage
      organiser={organiser}
      width="reading"
      breadcrumbs={[{ label: 'Organisatoren', href: routes.organisers() }]}
    >
      <PageTitle size="calm">Nodig iemand uit</PageTitle>
      <Paragraph>
        Je collega krijgt een mail met een link om een account te maken. Die link werkt één keer,{' '}
        {`${invitationHours} uur lang.`}
      </Paragraph>
      <OrganiserForm
        action={inviteAction}
        title="Iemand uitnodigen"
        values={{ name: '', email: '', role: '' }}
        fields={fields}
        messages={messages}
        refusals={refusals}
        submitLabel="Stuur de uitnodiging"
      />
    </AdminPage>
  )
}
