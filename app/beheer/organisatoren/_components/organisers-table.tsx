import { Link } from '@utrecht/component-library-react'
import { accessLabels, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { Badge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import type { OrganiserState } from '@/lib/organisers/rules'
import type { Role } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'

type Row = {
  id: string
  name: string
  email: string
  role: Role
  state: OrganiserState
  twoFactorEnabled: boolean
  lastLoginAt: Date | null
}

const tones = { active: 'good', invited: 'plain', 'invitation-expired': 'alarm', ended: 'plain' } as const

/** Everybody who has access to the desk, was invited or had access once. */
export function OrganisersTable({ rows }: { rows: Row[] }) {
  return (
    <Table caption="Organisatoren" hideCaption>
      <thead className={lines.heads}>
        <tr>
          <th scope="col">Naam</th>
          <th scope="col">Rol</th>
          <th scope="col">Toegang</th>
          <th scope="col">Twee stappen</th>
          <th scope="col">Laatst ingelogd</th>
        </tr>
      </thead>
      <tbody className={lines.rows}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={routes.organiser(row.id)} className={styles.name}>
                {row.name}
              </Link>
              <div className={lines.small}>{row.email}</div>
            </th>
            <td>{roleLabels[row.role]}</td>
            <td className={styles.short}>
              <Badge tone={tones[row.state]}>{accessLabels[row.state]}</Badge>
            </td>
            <td>{row.twoFactorEnabled ? 'Aan' : 'Uit'}</td>
            <td className={styles.short}>
              {row.lastLoginAt ? (
                <time dateTime={isoLocal(row.lastLoginAt)}>{shortDateTime(row.lastLoginAt)}</time>
              ) : (
                'Nog niet'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
