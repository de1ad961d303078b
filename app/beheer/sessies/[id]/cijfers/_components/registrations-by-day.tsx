import { Heading } from '@utrecht/component-library-react'
import { DayChart } from '@/components/charts/day-chart'
import { registrationClosingInWords } from '@/components/session/session-copy'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { dateAndTime, isoDate, longDate } from '@/lib/platform/time'
import type { SessionTimes } from '@/lib/sessions/schema'
import styles from './session-statistics.module.css'

type Props = { session: SessionTimes; days: { at: Date; count: number }[] }

/** When people signed up, with the deadlines; the same numbers as a table on demand. */
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
        <Table caption="Aanmeldingen per dag" hideCaption>
          <thead className={lines.heads}>
            <tr>
              <th scope="col">Dag</th>
              <th scope="col">Aanmeldingen</th>
            </tr>
          </thead>
          <tbody className={lines.rows}>
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
          </tbody>
        </Table>
      </details>
    </section>
  )
}
