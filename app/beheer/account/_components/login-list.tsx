import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import type { listLogins } from '@/lib/organisers/logins'

type Props = {
  logins: Awaited<ReturnType<typeof listLogins>>
  /** Id of the login with which the organiser opened this page. */
  currentId: string
}

/** Shows the browsers in which an organiser is logged in, and marks the current one. */
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
