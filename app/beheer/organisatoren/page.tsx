import { Link } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { AdminTable, ShortDateTime, smallPrint } from '@/app/beheer/_components/admin-table'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash } from '@/app/beheer/_components/form/form-state'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { accessLabels, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { flashFor } from '@/app/beheer/_lib/params'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { listOrganisers } from '@/lib/organisers/queries'
import { invitationHours } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { type OrganisersFlash, routes } from '@/lib/platform/routes'

const tones = { active: 'good', invited: 'plain', 'invitation-expired': 'alarm', ended: 'plain' } as const

const flashes: Record<OrganisersFlash, Flash> = {
  invited: {
    title: 'De uitnodiging is onderweg.',
    text: `De link in de mail werkt één keer, ${invitationHours} uur lang.`,
  },
  withdrawn: { title: 'De uitnodiging is teruggetrokken.', text: 'De link in de mail werkt niet meer.' },
}

export default async function OrganisersPage({ searchParams }: PageProps<'/beheer/organisatoren'>) {
  const organiser = await requireAdmin(routes.organisers())
  const { gelukt } = await searchParams
  const now = clock.now()
  return (
    <AdminPage organiser={organiser}>
      <FormFeedback pageTitle="Organisatoren" success={flashFor(flashes, gelukt)} submission={gelukt} />
      <PageTitle size="calm">Organisatoren</PageTitle>
      <MailHealth now={now} />
      <Flow>
        <AdminTable caption="Organisatoren" columns={['Naam', 'Rol', 'Toegang', 'Twee stappen', 'Laatst ingelogd']}>
          {(await listOrganisers(now)).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={routes.organiser(row.id)} className={styles.name}>
                  {row.name}
                </Link>
                <div className={smallPrint}>{row.email}</div>
              </th>
              <td>{roleLabels[row.role]}</td>
              <td className={styles.short}>
                <Badge tone={tones[row.state]}>{accessLabels[row.state]}</Badge>
              </td>
              <td>{row.twoFactorEnabled ? 'Aan' : 'Uit'}</td>
              <td className={styles.short}>
                {row.lastLoginAt ? <ShortDateTime value={row.lastLoginAt} /> : 'Nog niet'}
              </td>
            </tr>
          ))}
        </AdminTable>
        <ButtonLink href={routes.inviteOrganiser()}>Nodig iemand uit</ButtonLink>
      </Flow>
    </AdminPage>
  )
}
