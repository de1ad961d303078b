'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { PreviewButton } from '@/components/form/preview/preview-button'
import { Flow } from '@/components/ui/page/flow'
import { type CancelFieldReason, type CancelRefusal, cancelLimits } from '@/lib/sessions/schema'
import { cancelSessionErrors, cancelSessionRefusals } from './cancel-session-copy'
import { type CancelSessionPreview, CancelSessionPreviewPanel } from './cancel-session-preview'

export type CancelSessionState = FormState<
  { why: string },
  CancelFieldReason,
  CancelRefusal,
  never,
  CancelSessionPreview
>

type Props = { action: FormAction<CancelSessionState>; title: string }

/** Cancels a session in two steps: preview and confirm. */
export function CancelSessionForm({ action, title }: Props) {
  const form = useFormAction(action, {
    values: { why: '' },
    describeErrors: cancelSessionErrors,
    describeRefusal: (reason) => cancelSessionRefusals[reason],
  })
  const { preview } = form
  const intro = (
    <Flow>
      <Heading level={2}>Laten vervallen</Heading>
      {preview ? null : <Paragraph>Je ziet eerst wie een mail krijgt. Er gebeurt nog niets.</Paragraph>}
    </Flow>
  )
  return (
    <AdminForm form={form} title={`Laten vervallen ${title}`} intro={intro}>
      {preview ? <CancelSessionPreviewPanel preview={preview} submission={form.previewSubmission} /> : null}
      <TextAreaField
        {...form.field('why')}
        label="Waarom gaat de kennissessie niet door?"
        hint="Dit komt in de mail aan wie is aangemeld, en op de pagina van de kennissessie."
        maxLength={cancelLimits.why}
      />
      <div className={styles.row}>
        <PreviewButton isPreviewed={preview !== null} verb="gebeurt" />
      </div>
    </AdminForm>
  )
}
