'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import {
  currentScheduleSentence,
  rescheduleRefusals,
  scheduleErrors,
} from '@/app/beheer/sessies/_components/schedule-copy'
import { ScheduleFields } from '@/app/beheer/sessies/_components/schedule-fields'
import { PreviewButton } from '@/components/form/preview/preview-button'
import { Flow } from '@/components/ui/page/flow'
import { serializeTimes, timesToFormValues } from '@/lib/sessions/rules'
import type { RescheduleRefusal, ScheduleField, ScheduleFieldReason, SessionTimes } from '@/lib/sessions/schema'
import { type ReschedulePreview, ReschedulePreviewPanel } from './reschedule-preview'

/** `who`: the audience of the mail. `seen`: the schedule that the typed one replaces. */
export type RescheduleValues = Record<ScheduleField | 'who' | 'seen', string>

export type RescheduleState = FormState<
  RescheduleValues,
  ScheduleFieldReason,
  RescheduleRefusal,
  never,
  ReschedulePreview
>

type Props = { action: FormAction<RescheduleState>; session: SessionTimes & { title: string } }

/** Changes the schedule of a session in two steps: preview and confirm. */
export function RescheduleForm({ action, session }: Props) {
  const form = useFormAction(action, {
    values: { ...timesToFormValues(session), who: '', seen: serializeTimes(session) },
    describeErrors: scheduleErrors,
    describeRefusal: (reason) => refusalMessage(reason, session),
  })
  const { values, preview } = form
  const intro = (
    <Flow>
      <Heading level={2}>Verplaatsen</Heading>
      {preview ? null : (
        <Paragraph>Je ziet eerst wat er verandert. Er wordt nog niets bewaard en niets gemaild.</Paragraph>
      )}
    </Flow>
  )
  return (
    <AdminForm form={form} title={`Verplaatsen ${session.title}`} intro={intro}>
      <input type="hidden" name="seen" value={values.seen} />
      {preview ? (
        <ReschedulePreviewPanel
          preview={preview}
          audience={values.who}
          error={form.errors.who}
          submission={form.previewSubmission}
        />
      ) : null}
      <ScheduleFields field={form.field} level={3} />
      <div className={styles.row}>
        <PreviewButton isPreviewed={preview !== null} verb="verandert" />
      </div>
    </AdminForm>
  )
}

function refusalMessage(reason: RescheduleRefusal, session: SessionTimes): Flash {
  const { title, text } = rescheduleRefusals[reason]
  return { title, text: reason === 'changed-meanwhile' ? `${text} ${currentScheduleSentence(session)}` : text }
}
