'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { ContentFields } from '@/app/beheer/sessies/_components/content-fields'
import { ScheduleFields } from '@/app/beheer/sessies/_components/schedule-fields'
import { contentLabels, saveRefusals, sessionFormErrors } from '@/app/beheer/sessies/_components/session-copy'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { DetailsField, DetailsFieldReason, SaveSessionRefusal } from '@/lib/sessions/details-schema'
import type { ScheduleField, ScheduleFieldReason } from '@/lib/sessions/schema'

/** The typed values; `version` is the one that they replace. */
export type SessionFormValues = Record<DetailsField | ScheduleField | 'version', string>

type Refusal = {
  code: Exclude<SaveSessionRefusal, 'slug-taken'>
  /** The texts that a colleague saved meanwhile, where they differ. */
  colleagueTexts: Partial<Record<DetailsField, string>>
}

export type SessionFormState = FormState<SessionFormValues, DetailsFieldReason | ScheduleFieldReason, Refusal>

type Props = {
  action: FormAction<SessionFormState>
  values: SessionFormValues
  title: string
  slugHint: string
  /** Only for a new session: an existing one is rescheduled on another page. */
  showSchedule: boolean
  submitLabel: string
}

/** The texts of a session, and the schedule of a new one. */
export function SessionForm({ action, values, title, slugHint, showSchedule, submitLabel }: Props) {
  const form = useFormAction(action, {
    values,
    describeErrors: sessionFormErrors,
    describeRefusal: ({ code }) => saveRefusals[code],
  })
  const { state } = form
  return (
    <AdminForm
      form={form}
      title={title}
      intro={state.status === 'refused' ? <ColleagueTexts texts={state.reason.colleagueTexts} /> : null}
      submitLabel={submitLabel}
    >
      <input type="hidden" name="version" value={form.values.version} />
      <ContentFields field={form.field} slugHint={slugHint} level={showSchedule ? 2 : 3} />
      {showSchedule ? <ScheduleFields field={form.field} level={2} /> : null}
    </AdminForm>
  )
}

/** What a colleague made of the texts meanwhile, where it differs. */
function ColleagueTexts({ texts }: { texts: Partial<Record<DetailsField, string>> }) {
  const items = (Object.keys(contentLabels) as DetailsField[]).flatMap((field) => {
    const detail = texts[field]
    return detail === undefined ? [] : [{ term: `${contentLabels[field]}: nu staat er`, detail }]
  })
  return items.length > 0 ? <DescriptionList items={items} /> : null
}
