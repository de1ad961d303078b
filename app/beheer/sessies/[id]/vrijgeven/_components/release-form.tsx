'use client'

import { Button, Paragraph } from '@utrecht/component-library-react'
import { useActionState, useState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import { testMailFlash } from '@/app/beheer/sessies/_components/mail-content-copy'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import type { ActionState } from '@/components/form/action-state'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { PreviewButton } from '@/components/form/preview/preview-button'
import { type ReleaseFieldReason, type ReleaseInput, type ReleaseRefusal, releaseLimits } from '@/lib/sessions/schema'
import { releaseErrors, releaseRefusals } from './release-copy'
import { type ReleasePreview, ReleasePreviewPanel } from './release-preview'

/** `after`: the number of the release that it was typed over, 0 when there was none. */
export type ReleaseValues = ReleaseInput & { after: string }

export type ReleaseState =
  | ActionState<ReleaseValues, ReleaseFieldReason, ReleaseRefusal>
  | { status: 'tested'; values: ReleaseValues }
  | { status: 'previewed'; values: ReleaseValues; preview: ReleasePreview }

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
  const [start] = useState(() => toFormValues(release))
  const errors = state.status === 'invalid' ? releaseErrors(state.errors) : {}
  const values = state.status === 'idle' ? start : state.values
  const isPreviewed = state.status === 'previewed'
  return (
    <>
      <FormFeedback
        pageTitle={`Vrijgeven ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? releaseRefusals[state.reason] : null}
        success={state.status === 'tested' ? testMailFlash(email) : null}
        submission={state}
      />
      {canRelease ? (
        <form action={send} noValidate className={styles.form}>
          <input type="hidden" name="after" value={values.after} />
          {isPreviewed ? (
            <ReleasePreviewPanel preview={state.preview} pending={pending} />
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
            <PreviewButton isPreviewed={isPreviewed} verb="gebeurt" />
            <Button type="submit" name="intent" value="test" appearance="secondary-action-button">
              Stuur mij een testmail
            </Button>
          </div>
        </form>
      ) : null}
    </>
  )
}

const toFormValues = (release: Props['release']): ReleaseValues => ({
  onlineLink: release?.onlineLink ?? '',
  agenda: release?.agenda ?? '',
  after: String(release?.number ?? 0),
})
