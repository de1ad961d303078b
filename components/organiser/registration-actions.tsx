'use client'

import { Button, Heading, Link } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Checkbox } from '@/components/form/checkbox'
import { Outcome } from '@/components/form/outcome'
import { Refused } from '@/components/form/refused'
import type { StandingRefusal } from '@/lib/registrations/schema'
import styles from './registration-actions.module.css'
import details from './registration-details.module.css'

export type RegistrationActionsState =
  | { status: 'idle' }
  | { status: 'done'; what: keyof typeof done }
  | { status: 'refused'; reason: StandingRefusal }

type Props = {
  action: (previous: RegistrationActionsState, form: FormData) => Promise<RegistrationActionsState>
  registration: { name: string; version: number; cancelledAt: Date | null; waitingSince: Date | null }
  /** Whether mail about it still makes sense: the kennissessie is to come. */
  canMail: boolean
  /** How many confirmations there are. */
  confirmations: number
  editPath: string
}

const done = {
  cancelled: 'Afgemeld. Deze persoon krijgt geen mail meer over de kennissessie.',
  'cancelled-and-offered': 'Afgemeld. De plek is aangeboden aan wie het langst op de wachtlijst staat.',
  restored: 'Weer aangemeld.',
  'restored-waiting': 'Alle plaatsen zijn bezet. Deze persoon staat nu op de wachtlijst.',
  resent: 'De bevestiging gaat nog een keer uit. Hij staat bij de berichten.',
} as const

const refusals: Record<StandingRefusal, string> = {
  'unknown-registration': 'Deze aanmelding is er niet meer.',
  'changed-meanwhile': 'Een collega heeft deze aanmelding net veranderd. Hieronder staat hoe het nu is.',
  'not-published': 'De kennissessie staat niet op de site. Zet hem er eerst weer op.',
  'full-and-closed':
    'Alle plaatsen zijn bezet en het aanmelden is gesloten. Maak eerst het aantal plaatsen groter, bij “Bewerken”.',
  'no-mail-any-more': 'De kennissessie is geweest of gaat niet door. Er gaat geen mail meer over uit.',
}

/** What can be done with a sign-up: change it, send the confirmation again, cancel it or put it back. */
export function RegistrationActions({ action, registration, canMail, confirmations, editPath }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const { name, version, cancelledAt, waitingSince } = registration
  const busy = pending || undefined
  const seen = <input type="hidden" name="version" value={version} />
  return (
    <section className={`${details.part} ${styles.standing}`}>
      <Heading level={2}>Wat wil je doen?</Heading>
      {state.status === 'done' ? <Outcome lead={done[state.what]} sending={state} /> : null}
      {state.status === 'refused' ? (
        <Refused lead="Dat is niet gelukt." sending={state}>
          {refusals[state.reason]}
        </Refused>
      ) : null}
      <div className={styles.row}>
        <Link href={editPath}>Gegevens en antwoorden veranderen</Link>
        {canMail && !cancelledAt && !waitingSince ? (
          <form action={send}>
            {seen}
            <input type="hidden" name="times" value={confirmations} />
            <Button type="submit" name="press" value="resend" appearance="secondary-action-button" aria-busy={busy}>
              Stuur de bevestiging {confirmations > 0 ? 'nog een keer ' : ''}aan {name}
            </Button>
          </form>
        ) : null}
      </div>
      <details key={version} className={styles.more}>
        <summary>
          {cancelledAt ? 'Weer aanmelden' : 'Afmelden'}
          <span className="visually-hidden"> van {name}</span>
        </summary>
        <form action={send} className={styles.box}>
          {seen}
          {canMail ? (
            <Checkbox
              id="veld-tell"
              name="tell"
              label={cancelledAt ? `Stuur ${name} een bevestiging` : `Stuur ${name} een mail`}
              hint={
                cancelledAt
                  ? 'Met datum, agenda en, als die er al is, de link. Is er geen plek vrij, dan staat erin dat deze persoon op de wachtlijst staat.'
                  : 'Daarin staat dat deze persoon is afgemeld, met een bestand dat de kennissessie uit de agenda haalt.'
              }
              defaultChecked={cancelledAt !== null}
            />
          ) : null}
          <Button
            type="submit"
            name="press"
            value={cancelledAt ? 'restore' : 'cancel'}
            appearance="primary-action-button"
            aria-busy={busy}
          >
            {cancelledAt ? `Meld ${name} weer aan` : `Meld ${name} af`}
          </Button>
        </form>
      </details>
    </section>
  )
}
