import { Heading } from '@utrecht/component-library-react'
import { DayChart } from '@/components/charts/day-chart'
import { Table } from '@/components/layout/table'
import { closingInWords } from '@/components/session/words'
import { dateAndTime, isoDate, longDate } from '@/lib/platform/time'
import type { SessionTimes } from '@/lib/sessions/schema'
import lines from './rows.module.css'
import styles from './session-numbers.module.css'

type Props = { session: SessionTimes; days: { at: Date; count: number }[] }

/** When people signed up, with the deadlines; the same numbers as a table on demand. */
export function SignUpsByDay({ session, days }: Props) {
  const { questionDeadlineAt, registrationClosesAt } = session
  return (
    <section>
      <Heading level={2}>Aanmeldingen per dag</Heading>
      <DayChart
        days={days}
        marks={[
          { label: 'Vragentermijn', at: questionDeadlineAt, words: `vóór ${dateAndTime(questionDeadlineAt)}` },
          { label: 'Aanmelden', at: registrationClosesAt, words: closingInWords(session) },
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
