import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminTable } from '@/app/beheer/_components/admin-table'
import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import { RegistrationsByDay } from '@/app/beheer/sessies/[id]/cijfers/_components/registrations-by-day'
import styles from '@/app/beheer/sessies/[id]/cijfers/_components/session-statistics.module.css'
import { Bar } from '@/components/charts/bar'
import { BarTable } from '@/components/charts/bar-table'
import { routes } from '@/lib/platform/routes'
import { defaultSearch, searchToQuery } from '@/lib/registrations/rules'
import { maxSearchLength } from '@/lib/registrations/schema'
import type { getStatistics } from '@/lib/registrations/statistics'
import type { SessionTimes } from '@/lib/sessions/schema'

type Props = { session: SessionTimes & { id: string }; statistics: Awaited<ReturnType<typeof getStatistics>> }

/** Charts of when and from where participants registered. */
export function SessionStatistics({ session, statistics }: Props) {
  const { total, waitlisted, inTime, later, municipalities, days, provinces, places } = statistics
  if (total + waitlisted === 0)
    return <Paragraph>Er zijn nog geen aanmeldingen, dus er valt nog niets te tellen.</Paragraph>
  const waitlistSentence = waitlisted === 1 ? 'Er wacht ook 1 persoon' : `Er wachten ook ${peopleCount(waitlisted)}`
  return (
    <div className={styles.numbers}>
      {waitlisted > 0 ? <Paragraph>{waitlistSentence} op een plek. Die tellen hieronder niet mee.</Paragraph> : null}
      <RegistrationsByDay session={session} days={days} />
      <section>
        <Heading level={2}>Vragen op tijd of later</Heading>
        <BarTable
          caption="Hoeveel vragen op tijd kwamen en hoeveel later"
          columns={{ row: 'Vraag', count: 'Aanmeldingen' }}
          max={total}
          rows={[
            { label: 'Op tijd', count: inTime },
            { label: 'Later', count: later },
          ]}
        />
      </section>
      <section>
        <Heading level={2}>
          {municipalities.here.toLocaleString('nl-NL')} van de {municipalities.all} gemeenten doen mee
        </Heading>
        <Bar part={municipalities.here} whole={municipalities.all} />
      </section>
      <section>
        <Heading level={2}>Aanmeldingen per provincie</Heading>
        <BarTable
          caption="Aanmeldingen per provincie"
          columns={{ row: 'Provincie', count: 'Aanmeldingen', extra: 'Gemeenten' }}
          rows={provinces.map(({ name, count, municipalities: more }) => ({ label: name, count, more: more ?? '' }))}
        />
      </section>
      <OrganisationTable sessionId={session.id} places={places} />
    </div>
  )
}

type OrganisationCount = Awaited<ReturnType<typeof getStatistics>>['places'][number]

/** The participants by municipality or organisation. */
function OrganisationTable({ sessionId, places }: { sessionId: string; places: OrganisationCount[] }) {
  const pathTo = ({ code, place }: OrganisationCount) =>
    routes.registrations(
      sessionId,
      searchToQuery({
        ...defaultSearch,
        ...(code ? { place: code } : { place: 'other', text: organisationSearch(place) }),
      }),
    )
  return (
    <section>
      <Heading level={2}>Wie komt waarvandaan</Heading>
      <AdminTable
        caption="Wie er komt, per gemeente of organisatie"
        columns={['Gemeente of organisatie', 'Aanmeldingen', 'Wie']}
      >
        {places.map((place) => (
          <tr key={place.code ?? `:${place.place}`}>
            <th scope="row">
              <Link href={pathTo(place)}>{place.place}</Link>
            </th>
            <td>{place.count.toLocaleString('nl-NL')}</td>
            <td>
              {place.names.join(', ')}
              {place.count > place.names.length ? ` en nog ${place.count - place.names.length}` : null}
            </td>
          </tr>
        ))}
      </AdminTable>
    </section>
  )
}

/** Searches the exact name of an organisation; or its words, when the name itself holds quotes. */
const organisationSearch = (organisation: string) =>
  organisation.includes('"')
    ? organisation.replaceAll('"', ' ').slice(0, maxSearchLength)
    : `"${organisation.slice(0, maxSearchLength - 2)}"`
