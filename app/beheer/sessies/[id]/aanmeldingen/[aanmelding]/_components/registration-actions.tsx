'use client'

import { Button, Heading, Link } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Checkbox } from '@/components/form/choices/checkbox'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import type { CancellationRefusal } from '@/lib/registrations/schema'
import styles from './registration-actions.module.css'
import details from './registration-details.module.css'

export type RegistrationActionsState =
  | { status: 'idle' }
  | { status: 'done'; change: keyof typeof doneMessages }
  | { status: 'refused'; reason: CancellationRefusal }

type Props = {
  action: (previous: RegistrationActionsState, form: FormData) => Promise<RegistrationActionsState>
  registration: { name: string; version: number; cancelledAt: Date | null; waitlistedAt: Date | null }
  /** Whether mail about it still makes sense: the kennissessie is to come. */
  canSendMail: boolean
  /** How many confirmations there are. */
  confirmationCount: number
  editPath: string
}

const doneMessages = {
  cancelled: 'Afgemeld. Deze persoon krijgt geen mail meer over de kennissessie.',
  'cancelled-and-offered': 'Afgemeld. De plek is aangeboden aan wie het langst op de wachtlijst staat.',
  restored: 'Weer aangemeld.',
  'restored-to-waitlist': 'Alle plaatsen zijn bezet. Deze persoon staat nu op de wachtlijst.',
  resent: 'De bevestiging gaat nog een keer uit. Hij staat bij de berichten.',
} as const

const refusals: Record<CancellationRefusal, string> = {
  'unknown-registration': 'Deze aanmelding is er niet meer.',
  'changed-meanwhile': 'Een collega heeft deze aanmelding net veranderd. Hieronder staat hoe het nu is.',
  'not-published': 'De kennissessie staat niet op de site. Zet hem er eerst weer op.',
  'full-and-closed':
    'Alle plaatsen zijn bezet en het aanmelden is gesloten. Maak eerst het aantal plaatsen groter, bij “Bewerken”.',
  'mail-not-relevant': 'De kennissessie is geweest of gaat niet door. Er gaat geen mail meer over uit.',
}

/** What can be done with a sign-up: change it, send the confirmation again, cancel it or put it back. */
export function RegistrationActions({ action, registration, canSendMail, confirmationCount, editPath }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const { name, version, cancelledAt, waitlistedAt } = registration
  const isBusy = pending || undefined
  const versionField = <input type="hidden" name="version" value={version} />
  return (
    <section className={`${details.part} ${styles.standing}`}>
      <Heading level={2}>Wat wil je doen?</Heading>
      {state.status === 'done' ? <FormStatus title={doneMessages[state.change]} submission={state} /> : null}
      {state.status === 'refused' ? (
        <FormError title="Dat is niet gelukt." submission={state}>
          {refusals[state.reason]}
        </FormError>
      ) : null}
      <div className={styles.row}>
        <Link href={editPath}>Gegevens en antwoorden veranderen</Link>
        {canSendMail && !cancelledAt && !waitlistedAt ? (
          <form action={send}>
            {versionField}
            <input type="hidden" name="times" value={confirmationCount} />
            <Button type="submit" name="intent" value="resend" appearance="secondary-action-button" aria-busy={isBusy}>
              Stuur de bevestiging {confirmationCount > 0 ? 'nog een keer ' : ''}aan {name}
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
          {versionField}
          {canSendMail ? (
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
            name="intent"
            value={cancelledAt ? 'restore' : 'cancel'}
            appearance="primary-action-button"
            aria-busy={isBusy}
          >
            {cancelledAt ? `Meld ${name} weer aan` : `Meld ${name} af`}
          </Button>
        </form>
      </details>
    </section>
  )
}
