'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { type Flash, FormFeedback } from '@/app/beheer/_components/form-feedback'
import {
  currentScheduleSentence,
  rescheduleRefusals,
  scheduleErrors,
} from '@/app/beheer/sessies/_components/schedule-copy'
import { RescheduleFields } from '@/app/beheer/sessies/_components/schedule-fields'
import { Flow } from '@/components/ui/page/flow'
import { serializeTimes } from '@/lib/sessions/rules'
import { timesToFormValues } from '@/lib/sessions/schedule-form'
import type { RescheduleRefusal, ScheduleField, ScheduleFieldReason, SessionTimes } from '@/lib/sessions/schema'
import { type ReschedulePreview, ReschedulePreviewPanel } from './reschedule-preview'

/** What was typed, with who is to get a mail and (`seen`, a stamp) the moments that it was typed over. */
export type RescheduleValues = Record<ScheduleField | 'who' | 'seen', string>

export type RescheduleState =
  | { status: 'idle' }
  | ({ values: RescheduleValues; preview: ReschedulePreview | null } & (
      | { status: 'invalid'; errors: Partial<Record<string, ScheduleFieldReason>> }
      | { status: 'refused'; reason: RescheduleRefusal }
      /** `again`: the button was pressed, and something else was filled in or goes out than what had been looked at. */
      | { status: 'previewed'; staleReason: 'edited' | 'due-changed' | null }
    ))

type Props = {
  action: (previous: RescheduleState, form: FormData) => Promise<RescheduleState>
  session: SessionTimes & { title: string }
}

/** The moments of a kennissessie in two steps: fill in and look, then do it. */
export function RescheduleForm({ action, session }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? scheduleErrors(state.errors) : {}
  const { values, preview }: { values: RescheduleValues; preview: ReschedulePreview | null } =
    state.status === 'idle'
      ? { values: { ...timesToFormValues(session), who: '', seen: serializeTimes(session) }, preview: null }
      : state
  return (
    <>
      <FormFeedback
        pageTitle={`Verplaatsen ${session.title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusalMessage(state.reason, session) : null}
        submission={state}
      />
      <Flow>
        <Heading level={2}>Verplaatsen</Heading>
        {preview ? null : (
          <Paragraph>Je ziet eerst wat er verandert. Er wordt nog niets bewaard en niets gemaild.</Paragraph>
        )}
      </Flow>
      <form action={send} noValidate>
        <input type="hidden" name="seen" value={values.seen} />
        {preview ? (
          <ReschedulePreviewPanel
            preview={preview}
            audience={values.who}
            error={errors.who}
            staleReason={state.status === 'previewed' ? state.staleReason : null}
            pending={pending}
            submission={state.status === 'previewed' ? state : null}
          />
        ) : null}
        <RescheduleFields values={values} errors={errors} isPreviewed={preview !== null} />
      </form>
    </>
  )
}

function refusalMessage(reason: RescheduleRefusal, session: SessionTimes): Flash {
  const { title, text } = rescheduleRefusals[reason]
  return { title, text: reason === 'changed-meanwhile' ? `${text} ${currentScheduleSentence(session)}` : text }
}
