import { Link } from '@utrecht/component-library-react'
import { AdminTable, ShortDateTime, smallPrint } from '@/app/beheer/_components/admin-table'
import { accessLabels, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { Badge } from '@/components/ui/badge'
import type { listOrganisers } from '@/lib/organisers/queries'
import { routes } from '@/lib/platform/routes'

const tones = { active: 'good', invited: 'plain', 'invitation-expired': 'alarm', ended: 'plain' } as const

/** All organisers: with access, invited, and with access in the past. */
export function OrganisersTable({ rows }: { rows: Awaited<ReturnType<typeof listOrganisers>> }) {
  return (
    <AdminTable caption="Organisatoren" columns={['Naam', 'Rol', 'Toegang', 'Twee stappen', 'Laatst ingelogd']}>
      {rows.map((row) => (
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
          <td className={styles.short}>{row.lastLoginAt ? <ShortDateTime value={row.lastLoginAt} /> : 'Nog niet'}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
