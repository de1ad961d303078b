'use client'

import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { SubmitButton } from '@/components/form/submit-button'
import type { DetailsField, DetailsFieldReason, SaveSessionRefusal } from '@/lib/sessions/details-schema'
import type { ScheduleField, ScheduleFieldReason } from '@/lib/sessions/schema'
import { ColleagueTexts } from './colleague-texts'
import { ContentFields } from './content-fields'
import { ScheduleFields } from './schedule-fields'
import { saveRefusals, sessionFormErrors } from './session-copy'

/** What was typed; `version` says over which texts. */
export type SessionFormValues = Record<DetailsField | ScheduleField | 'version', string>

export type SessionFormState =
  | { status: 'idle' }
  | ({ values: SessionFormValues } & (
      | { status: 'invalid'; errors: Partial<Record<string, DetailsFieldReason | ScheduleFieldReason>> }
      /** `theirs`: what a colleague saved meanwhile, where it differs. */
      | {
          status: 'refused'
          reason: Exclude<SaveSessionRefusal, 'slug-taken'>
          colleagueTexts: Partial<Record<DetailsField, string>>
        }
    ))

type Props = {
  action: (previous: SessionFormState, form: FormData) => Promise<SessionFormState>
  values: SessionFormValues
  /** Of the page, without "Fout: ". */
  title: string
  slugHint: string
  /** Whether it asks for the moments too: those of a session that is there have a page of their own. */
  showSchedule: boolean
  submitLabel: string
}

/** The texts of a kennissessie, and for a new one its moments. */
export function SessionForm({ action, values, title, slugHint, showSchedule, submitLabel }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? sessionFormErrors(state.errors) : {}
  const currentValues = state.status === 'idle' ? values : state.values
  return (
    <>
      <FormFeedback
        pageTitle={title}
        errors={errors}
        refusal={state.status === 'refused' ? saveRefusals[state.reason] : null}
        submission={state}
      />
      {state.status === 'refused' ? <ColleagueTexts texts={state.colleagueTexts} /> : null}
      <form action={send} noValidate>
        <input type="hidden" name="version" value={currentValues.version} />
        <ContentFields values={currentValues} errors={errors} slugHint={slugHint} level={showSchedule ? 2 : 3} />
        {showSchedule ? <ScheduleFields values={currentValues} errors={errors} /> : null}
        <div className={styles.row}>
          <SubmitButton>{submitLabel}</SubmitButton>
        </div>
      </form>
    </>
  )
}
