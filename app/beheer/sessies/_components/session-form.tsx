'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState, GetField } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { markdownHint } from '@/app/beheer/sessies/_components/mail-content-copy'
import { ScheduleFields } from '@/app/beheer/sessies/_components/schedule-fields'
import { contentLabels, saveRefusals, sessionFormMessages } from '@/app/beheer/sessies/_components/session-copy'
import { fieldErrors } from '@/components/form/field-errors'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { DescriptionList } from '@/components/ui/text/description-list'
import {
  type DetailsField,
  type DetailsFieldReason,
  detailsLimits,
  type SaveSessionRefusal,
} from '@/lib/sessions/details-schema'
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
    describeErrors: (reasons) => fieldErrors(sessionFormMessages, reasons),
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

const imageHint =
  'Koppen maak je met ## ervoor. Een afbeelding van deze site zet je op een eigen regel: ![Wat er te zien is](/beelden/naam.svg "Bijschrift"). Leg onder een ingewikkelde afbeelding in de tekst uit wat je ziet.'

type ContentFieldsProps = { field: GetField<DetailsField>; slugHint: string; level: 2 | 3 }

/** The texts of a session. */
function ContentFields({ field, slugHint, level }: ContentFieldsProps) {
  const line = (name: DetailsField) =>
    ({ ...field(name), label: contentLabels[name], inputProps: { autoComplete: 'off' } }) as const
  const text = (name: DetailsField) => ({ ...field(name), label: contentLabels[name], maxLength: detailsLimits[name] })
  return (
    <>
      <FieldGroup level={level} legend="De pagina">
        <TextField {...line('title')} wide />
        <TextField {...line('slug')} wide required={false} hint={slugHint} />
        <TextAreaField
          {...text('summary')}
          rows={3}
          hint="Een of twee zinnen. Dit staat onder de titel, en in zoekmachines."
        />
        <TextAreaField {...text('body')} rows={16} hint={`${markdownHint} ${imageHint}`} />
        <TextAreaField {...text('audience')} hint="Dit staat onder een eigen kop." />
      </FieldGroup>
      <FieldGroup level={level} legend="Wie erachter zit">
        <TextField {...line('organisedBy')} />
        <TextField {...line('contactName')} hint="Bij deze persoon kunnen mensen terecht met vragen." />
        <TextField {...line('contactEmail')} type="email" />
      </FieldGroup>
    </>
  )
}

/** The texts that a colleague saved meanwhile, where they differ from the typed ones. */
function ColleagueTexts({ texts }: { texts: Partial<Record<DetailsField, string>> }) {
  const items = (Object.keys(contentLabels) as DetailsField[]).flatMap((field) => {
    const detail = texts[field]
    return detail === undefined ? [] : [{ term: `${contentLabels[field]}: nu staat er`, detail }]
  })
  return items.length > 0 ? <DescriptionList items={items} /> : null
}
