'use client'

import { Button, Paragraph } from '@utrecht/component-library-react'
import { useActionState, useState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { type ReleaseFieldReason, type ReleaseInput, type ReleaseRefusal, releaseLimits } from '@/lib/sessions/schema'
import { FormHead } from './form-head'
import { LookButton } from './look-button'
import { testSent } from './mail-words'
import styles from './release-form.module.css'
import { ReleaseLook, type ReleaseView } from './release-look'
import { releaseErrors, releaseRefusals } from './release-words'

/** `after`: the number of the release that it was typed over, 0 when there was none. */
export type ReleaseValues = ReleaseInput & { after: string }

export type ReleaseState =
  | ActionState<ReleaseValues, ReleaseFieldReason, ReleaseRefusal>
  | { status: 'tested'; values: ReleaseValues }
  | { status: 'look'; values: ReleaseValues; look: ReleaseView }

type Props = {
  action: (previous: ReleaseState, form: FormData) => Promise<ReleaseState>
  /** The release that holds, or null before the first. */
  release: (ReleaseInput & { number: number }) | null
  canRelease: boolean
  /** Of the organiser: where a test goes. */
  email: string
  title: string
}

/** Link and agenda in two steps: fill in and look, then give them to everybody. */
export function ReleaseForm({ action, release, canRelease, email, title }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  // What was there first: the page follows the sending, and a colleague may release something else meanwhile.
  const [start] = useState(() => valuesOf(release))
  const errors = state.status === 'invalid' ? releaseErrors(state.errors) : {}
  const values = state.status === 'idle' ? start : state.values
  const looked = state.status === 'look'
  return (
    <>
      <FormHead
        title={`Vrijgeven ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? releaseRefusals[state.reason] : null}
        done={state.status === 'tested' ? testSent(email) : null}
        sending={state}
      />
      {canRelease ? (
        <form action={send} noValidate className={styles.form}>
          <input type="hidden" name="after" value={values.after} />
          {looked ? (
            <ReleaseLook look={state.look} pending={pending} />
          ) : (
            <Paragraph>
              {release ? 'Klopt er iets niet? Verander het hier. ' : ''}Je ziet eerst de mail, en hoeveel mensen hem
              krijgen. Er gebeurt nog niets.
            </Paragraph>
          )}
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
          <div className={styles.buttons}>
            <LookButton looked={looked} what="gebeurt" />
            <Button type="submit" name="press" value="test" appearance="secondary-action-button">
              Stuur mij een testmail
            </Button>
          </div>
        </form>
      ) : null}
    </>
  )
}

const valuesOf = (release: Props['release']): ReleaseValues => ({
  onlineLink: release?.onlineLink ?? '',
  agenda: release?.agenda ?? '',
  after: String(release?.number ?? 0),
})
