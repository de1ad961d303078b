'use client'

import { Heading, Link } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { Checkbox } from '@/components/form/choices/checkbox'
import { ActionForm } from '@/components/form/submission/action-form'
import type { CancellationRefusal } from '@/lib/registrations/schema'
import disclosure from '../../_components/disclosure.module.css'
import styles from './registration-actions.module.css'
import details from './registration-details.module.css'

export type RegistrationChange = keyof typeof doneMessages
export type RegistrationActionsState = FormState<null, never, CancellationRefusal, RegistrationChange>

type Props = {
  action: FormAction<RegistrationActionsState>
  registration: { name: string; version: number; cancelledAt: Date | null; waitlistedAt: Date | null }
  /** Whether the participant can get mail about the registration. False when the session has ended or is cancelled. */
  canSendMail: boolean
  /**
   * Number of confirmation mails of the registration so far. The form submits this number, so that pressing the resend
   * button twice sends one mail.
   */
  confirmationCount: number
  editPath: string
  /** Path of the page with the form to write a custom message to the participant. */
  writePath: string
}

const doneMessages = {
  cancelled: 'Afgemeld. Deze persoon krijgt vanzelf geen mail meer over de kennissessie.',
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

/** Shows links to edit a registration and to write to its participant, and buttons to resend its confirmation and to cancel or restore it. */
export function RegistrationActions({ action, registration, canSendMail, confirmationCount, ...paths }: Props) {
  const { state, send, refusal, result } = useFormAction(action, {
    values: null,
    describeRefusal: (reason) => ({ title: 'Dat is niet gelukt.', text: refusals[reason] }),
  })
  const success = result && { title: doneMessages[result] }
  const { name, version, cancelledAt, waitlistedAt } = registration
  const versionField = <input type="hidden" name="version" value={version} />
  return (
    <section className={`${details.part} ${styles.standing}`}>
      <Heading level={2}>Wat wil je doen?</Heading>
      <FormFeedback pageTitle={null} refusal={refusal} success={success} submission={state} />
      <div className={styles.row}>
        <Link href={paths.editPath}>Gegevens en antwoorden veranderen</Link>
        <Link href={paths.writePath}>
          Schrijf <bdi>{name}</bdi> een bericht
        </Link>
        {canSendMail && !cancelledAt && !waitlistedAt ? (
          <ActionForm send={send}>
            {versionField}
            <input type="hidden" name="times" value={confirmationCount} />
            <FormButton intent="resend">
              Stuur de bevestiging {confirmationCount > 0 ? 'nog een keer ' : ''}aan <bdi>{name}</bdi>
            </FormButton>
          </ActionForm>
        ) : null}
      </div>
      <details key={version} className={styles.more}>
        <summary className={disclosure.summary}>
          {cancelledAt ? 'Weer aanmelden' : 'Afmelden'}
          <span className="visually-hidden">
            {' '}
            van <bdi>{name}</bdi>
          </span>
        </summary>
        <ActionForm send={send} className={styles.box}>
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
          <FormButton intent={cancelledAt ? 'restore' : 'cancel'} primary>
            {cancelledAt ? `Meld ${name} weer aan` : `Meld ${name} af`}
          </FormButton>
        </ActionForm>
      </details>
    </section>
  )
}
