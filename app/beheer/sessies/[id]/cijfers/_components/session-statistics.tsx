import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { AdminTable } from '@/app/beheer/_components/admin-table'
import { registeredSentence } from '@/app/beheer/sessies/_components/recipient-copy'
import styles from '@/app/beheer/sessies/[id]/cijfers/_components/session-statistics.module.css'
import { Bar, BarTable } from '@/components/charts/bar-table'
import { DayChart } from '@/components/charts/day-chart'
import { registrationClosingInWords } from '@/components/session/session-copy'
import { routes } from '@/lib/platform/routes'
import { dateAndTime, isoDate, longDate } from '@/lib/platform/time'
import { defaultSearch, maxSearchLength, searchToQuery } from '@/lib/registrations/admin/search-params'
import type { getStatistics } from '@/lib/registrations/statistics'
import type { SessionTimes } from '@/lib/sessions/schema'

type Statistics = Awaited<ReturnType<typeof getStatistics>>
type Props = { session: SessionTimes & { id: string }; statistics: Statistics }

/** Shows when and from where participants registered, in charts and tables. */
export function SessionStatistics({ session, statistics }: Props) {
  const { total, offered, waitlisted, askedBeforeDeadline, municipalities, days, provinces, workplaces } = statistics
  const counts = { signedUp: total, offered, waitlisted }
  if (total + offered + waitlisted === 0)
    return <Paragraph>Er is nog niemand aangemeld, dus er valt nog niets te tellen.</Paragraph>
  return (
    <div className={styles.statistics}>
      <Paragraph>
        {registeredSentence(counts)}.{' '}
        {offered + waitlisted > 0 ? 'Hieronder tellen alleen mensen mee die zijn aangemeld.' : null}
      </Paragraph>
      <RegistrationsByDay session={session} days={days} />
      <Section heading="Vragen op tijd of later">
        <BarTable
          caption="Hoeveel vragen op tijd kwamen en hoeveel later"
          columns={{ row: 'Vraag', count: 'Aanmeldingen' }}
          max={total}
          rows={[
            { label: 'Op tijd', count: askedBeforeDeadline },
            { label: 'Later', count: total - askedBeforeDeadline },
          ]}
        />
      </Section>
      <Section
        heading={`${municipalities.represented.toLocaleString('nl-NL')} van de ${municipalities.all} gemeenten doen mee`}
      >
        <Bar part={municipalities.represented} whole={municipalities.all} />
      </Section>
      <Section heading="Aanmeldingen per provincie">
        <BarTable
          caption="Aanmeldingen per provincie"
          columns={{ row: 'Provincie', count: 'Aanmeldingen', extra: 'Gemeenten' }}
          rows={provinces.map(({ name, count, municipalities: extra }) => ({ label: name, count, extra }))}
        />
      </Section>
      <Section heading="Wie komt waarvandaan">
        <AdminTable
          caption="Wie er komt, per gemeente of organisatie"
          columns={['Gemeente of organisatie', 'Aanmeldingen', 'Wie']}
        >
          {workplaces.map(({ code, workplace, count, names }) => (
            <tr key={code ?? `:${workplace}`}>
              <th scope="row">
                <Link href={registrationsFrom(session.id, code, workplace)}>{workplace}</Link>
              </th>
              <td>{count.toLocaleString('nl-NL')}</td>
              <td>
                {names.join(', ')}
                {count > names.length ? ` en nog ${count - names.length}` : null}
              </td>
            </tr>
          ))}
        </AdminTable>
      </Section>
    </div>
  )
}

/** Shows a chart of the registrations per day with the deadlines, above a collapsed table of the numbers. */
export function RegistrationsByDay({ session, days }: { session: SessionTimes; days: Statistics['days'] }) {
  const { questionDeadlineAt, registrationClosesAt } = session
  return (
    <Section heading="Aanmeldingen per dag">
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
    </Section>
  )
}

const Section = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <section>
    <Heading level={2}>{heading}</Heading>
    {children}
  </section>
)

/** Returns the path of the list of registrations, filtered by municipality `code` or else by organisation name. */
function registrationsFrom(sessionId: string, code: string | null, workplace: string): string {
  // Quotes make the search exact, but a name that holds quotes can only be searched by its words.
  const text = workplace.includes('"')
    ? workplace.replaceAll('"', ' ').slice(0, maxSearchLength)
    : `"${workplace.slice(0, maxSearchLength - 2)}"`
  const search = code ? { place: code } : { place: 'other', text }
  return routes.registrations(sessionId, searchToQuery({ ...defaultSearch, ...search }))
}
