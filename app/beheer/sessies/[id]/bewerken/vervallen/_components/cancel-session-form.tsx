'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { PreviewButton } from '@/components/form/preview/preview-button'
import { Flow } from '@/components/ui/page/flow'
import { type CancelFieldReason, type CancelRefusal, cancelLimits } from '@/lib/sessions/schema'
import { cancelSessionErrors, cancelSessionRefusals } from './cancel-session-copy'
import { type CancelSessionPreview, CancelSessionPreviewPanel } from './cancel-session-preview'

export type CancelSessionState =
  | { status: 'idle' }
  | ({ why: string; preview: CancelSessionPreview | null } & (
      | { status: 'invalid'; reason: CancelFieldReason }
      | { status: 'refused'; reason: CancelRefusal }
      /** `again`: the button was pressed, and another reason was given than what had been looked at. */
      | { status: 'previewed'; isStale: boolean }
    ))

type Props = {
  action: (previous: CancelSessionState, form: FormData) => Promise<CancelSessionState>
  title: string
}

/** Cancelling a kennissessie in two steps: say why and look, then do it. */
export function CancelSessionForm({ action, title }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const error = state.status === 'invalid' ? cancelSessionErrors[state.reason] : undefined
  const { why, preview } = state.status === 'idle' ? { why: '', preview: null } : state
  return (
    <>
      <FormFeedback
        pageTitle={`Laten vervallen ${title}`}
        errors={error ? { why: error } : {}}
        refusal={state.status === 'refused' ? cancelSessionRefusals[state.reason] : null}
        submission={state}
      />
      <Flow>
        <Heading level={2}>Laten vervallen</Heading>
        {preview ? null : <Paragraph>Je ziet eerst wie een mail krijgt. Er gebeurt nog niets.</Paragraph>}
      </Flow>
      <form action={send} noValidate>
        {preview ? (
          <CancelSessionPreviewPanel
            preview={preview}
            isStale={state.status === 'previewed' && state.isStale}
            pending={pending}
            submission={state.status === 'previewed' ? state : null}
          />
        ) : null}
        <TextAreaField
          id="veld-why"
          name="why"
          label="Waarom gaat de kennissessie niet door?"
          hint="Dit komt in de mail aan wie is aangemeld, en op de pagina van de kennissessie."
          maxLength={cancelLimits.why}
          defaultValue={why}
          error={error}
        />
        <div className={styles.row}>
          <PreviewButton isPreviewed={preview !== null} verb="gebeurt" />
        </div>
      </form>
    </>
  )
}
