import { Heading, Paragraph } from '@utrecht/component-library-react'
import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import { Bar } from '@/components/charts/bar'
import { BarTable } from '@/components/charts/bar-table'
import type { getStatistics } from '@/lib/registrations/statistics'
import type { SessionTimes } from '@/lib/sessions/schema'
import { OrganisationTable } from './organisation-table'
import { RegistrationsByDay } from './registrations-by-day'
import styles from './session-statistics.module.css'

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
