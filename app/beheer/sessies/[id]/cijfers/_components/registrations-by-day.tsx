import { Heading } from '@utrecht/component-library-react'
import { AdminTable } from '@/app/beheer/_components/admin-table'
import { DayChart } from '@/components/charts/day-chart'
import { registrationClosingInWords } from '@/components/session/session-copy'
import { dateAndTime, isoDate, longDate } from '@/lib/platform/time'
import type { SessionTimes } from '@/lib/sessions/schema'
import styles from './session-statistics.module.css'

type Props = { session: SessionTimes; days: { at: Date; count: number }[] }

/** The registrations per day, with the deadlines: a chart, and a table on demand. */
export function RegistrationsByDay({ session, days }: Props) {
  const { questionDeadlineAt, registrationClosesAt } = session
  return (
    <section>
      <Heading level={2}>Aanmeldingen per dag</Heading>
      <DayChart
        days={days}
        markers={[
          { label: 'Vragentermijn', at: questionDeadlineAt, text: `vóór ${dateAndTime(questionDeadlineAt)}` },
          { label: 'Aanmelden', at: registrationClosesAt, text: registrationClosingInWords(session) },
        ]}
      />
      <details>
        <summary className={styles.more}>Bekijk de aanmeldingen per dag als tabel</summary>
        <AdminTable caption="Aanmeldingen per dag" columns={['Dag', 'Aanmeldingen']}>
          {days
            .filter(({ count }) => count > 0)
            .map(({ at, count }) => (
              <tr key={at.getTime()}>
                <th scope="row">
                  <time dateTime={isoDate(at)}>{longDate(at)}</time>
                </th>
                <td>{count.toLocaleString('nl-NL')}</td>
              </tr>
            ))}
        </AdminTable>
      </details>
    </section>
  )
}
