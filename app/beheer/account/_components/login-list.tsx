import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import type { listLogins } from '@/lib/organisers/logins'

type Props = {
  logins: Awaited<ReturnType<typeof listLogins>>
  /** The login of this request. */
  currentId: string
}

/** The browsers in which an organiser is logged in. */
export const LoginList = ({ logins, currentId }: Props) => (
  <AdminTable caption="Waar je bent ingelogd, het nieuwste bovenaan" columns={['Browser', 'Ingelogd sinds']}>
    {logins.map(({ id, browser, createdAt }) => (
      <tr key={id}>
        <th scope="row">
          {browser || 'Onbekende browser'}
          {id === currentId ? ' (hier ben je nu)' : null}
        </th>
        <td>
          <ShortDateTime value={createdAt} />
        </td>
      </tr>
    ))}
  </AdminTable>
)
