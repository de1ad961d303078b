import { Heading, Paragraph } from '@utrecht/component-library-react'
import { Bar } from '@/components/charts/bar'
import { BarTable } from '@/components/charts/bar-table'
import type { SessionTimes } from '@/lib/sessions/schema'
import { type Place, PlacesList } from './places-list'
import { people } from './recipient-words'
import styles from './session-numbers.module.css'
import { SignUpsByDay } from './sign-ups-by-day'

type Numbers = {
  total: number
  waiting: number
  inTime: number
  later: number
  municipalities: { here: number; all: number }
  days: { at: Date; count: number }[]
  provinces: { name: string; count: number; municipalities: number | null }[]
  places: Place[]
}

type Props = { session: SessionTimes & { id: string }; numbers: Numbers }

/** What organisers would rather see than read: when people signed up, from where, and who comes together. */
export function SessionNumbers({ session, numbers }: Props) {
  const { total, waiting, inTime, later, municipalities, days, provinces, places } = numbers
  if (total + waiting === 0)
    return <Paragraph>Er zijn nog geen aanmeldingen, dus er valt nog niets te tellen.</Paragraph>
  const waits = waiting === 1 ? 'Er wacht ook 1 persoon' : `Er wachten ook ${people(waiting)}`
  return (
    <div className={styles.numbers}>
      {waiting > 0 ? <Paragraph>{waits} op een plek. Die tellen hieronder niet mee.</Paragraph> : null}
      <SignUpsByDay session={session} days={days} />
      <section>
        <Heading level={2}>Vragen op tijd of later</Heading>
        <BarTable
          caption="Hoeveel vragen op tijd kwamen en hoeveel later"
          heads={{ row: 'Vraag', count: 'Aanmeldingen' }}
          whole={total}
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
          heads={{ row: 'Provincie', count: 'Aanmeldingen', more: 'Gemeenten' }}
          rows={provinces.map(({ name, count, municipalities: more }) => ({ label: name, count, more: more ?? '' }))}
        />
      </section>
      <PlacesList sessionId={session.id} places={places} />
    </div>
  )
}
