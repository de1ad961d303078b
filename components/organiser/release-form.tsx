'use client'

import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Markdown } from '@/components/session/markdown'
import { type ReleaseFieldReason, type ReleaseInput, type ReleaseRefusal, releaseLimits } from '@/lib/sessions/schema'
import styles from './release-form.module.css'
import { people, releaseErrors, releaseRefusals } from './release-words'

export type ReleaseState =
  | ActionState<ReleaseInput, ReleaseFieldReason, ReleaseRefusal>
  | { status: 'preview' | 'tested'; values: ReleaseInput }

type Props = {
  action: (previous: ReleaseState, form: FormData) => Promise<ReleaseState>
  /** The release that holds, or null before the first. */
  release: (ReleaseInput & { number: number }) | null
  recipients: number
  canRelease: boolean
  /** Of the organiser: where a test goes. */
  email: string
  title: string
}

const empty: ReleaseInput = { onlineLink: '', agenda: '' }

/** Link and agenda with three buttons: look at it, mail it to yourself, send it to everybody. */
export function ReleaseForm({ action, release, recipients, canRelease, email, title }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? releaseErrors(state.errors) : {}
  const values = state.status === 'idle' ? (release ?? empty) : state.values
  const failed = state.status === 'invalid' || state.status === 'refused'
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Vrijgeven ${title} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        sending={state}
      />
      {state.status === 'refused' ? (
        <Refused lead={releaseRefusals[state.reason].lead} sending={state}>
          {releaseRefusals[state.reason].text}
        </Refused>
      ) : null}
      {state.status === 'tested' ? (
        <Note tone="good" role="status" lead="De testmail is onderweg.">
          Kijk in de mail van {email}. Verder heeft niemand iets gekregen.
        </Note>
      ) : null}
      {canRelease ? (
        <form action={send} noValidate className={styles.form}>
          <input type="hidden" name="after" value={release?.number ?? 0} />
          <TextField
            id="veld-onlineLink"
            name="onlineLink"
            label="Online link"
            hint="Van Teams, Zoom of iets anders. Deelnemers zien hem niet: hun knop brengt ze erheen."
            defaultValue={values.onlineLink}
            error={errors.onlineLink}
            inputProps={{ inputMode: 'url', autoComplete: 'off', spellCheck: false }}
          />
          <TextAreaField
            id="veld-agenda"
            name="agenda"
            label="Agenda"
            hint="Begin een regel met een streepje voor een lijst. **Zo** maak je iets vet."
            rows={8}
            maxLength={releaseLimits.agenda}
            defaultValue={values.agenda}
            error={errors.agenda}
          />
          {state.status === 'preview' ? <Preview agenda={state.values.agenda} /> : null}
          <div className={styles.buttons}>
            <Button type="submit" name="press" value="preview" appearance="secondary-action-button">
              Bekijk de agenda
            </Button>
            <Button type="submit" name="press" value="test" appearance="secondary-action-button">
              Stuur mij een testmail
            </Button>
          </div>
          <Paragraph className={styles.count}>{whatHappens(recipients, release !== null)}</Paragraph>
          <Button
            type="submit"
            name="press"
            value="release"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            {release ? 'Wijziging vrijgeven' : 'Vrijgeven'}
          </Button>
        </form>
      ) : null}
    </>
  )
}

function whatHappens(recipients: number, again: boolean): string {
  if (recipients === 0)
    return 'Er is nog niemand aangemeld. Wie zich hierna aanmeldt, krijgt link en agenda meteen in de bevestiging.'
  const mail = again ? 'een mail dat er iets is veranderd' : 'een mail met de link en de agenda'
  return `${people(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} ${mail}. Wie zich hierna aanmeldt, krijgt link en agenda in de bevestiging.`
}

function Preview({ agenda }: { agenda: string }) {
  return (
    <section aria-labelledby="voorbeeld" className={styles.preview}>
      <Heading level={3} id="voorbeeld">
        Zo ziet de agenda eruit
      </Heading>
      <Markdown text={agenda} headingLevel={3} />
    </section>
  )
}
