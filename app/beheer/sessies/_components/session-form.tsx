'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { detailsLabels } from '@/app/beheer/sessies/_components/details-copy'
import { markdownHint } from '@/app/beheer/sessies/_components/mail-content-copy'
import { scheduleMessages } from '@/app/beheer/sessies/_components/schedule-copy'
import { ScheduleFields } from '@/app/beheer/sessies/_components/schedule-fields'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { DescriptionList } from '@/components/ui/text/description-list'
import {
  type DetailsField,
  type DetailsFieldReason,
  detailsFields,
  detailsLimits,
  type SaveSessionRefusal,
} from '@/lib/sessions/details-schema'
import type { ScheduleField, ScheduleFieldReason } from '@/lib/sessions/schema'

type Texts = Partial<Record<DetailsField, string>>

/** Field values of the session form. `version` is the version of the stored texts that the organiser saw. */
export type SessionFormValues = Texts & Partial<Record<ScheduleField | 'version', string>>

type Refusal = {
  code: Exclude<SaveSessionRefusal, 'slug-taken'>
  /** The texts of the session that a colleague saved meanwhile, only where they differ from the typed texts. */
  colleagueTexts: Texts
}

export type SessionFormState = FormState<SessionFormValues, DetailsFieldReason | ScheduleFieldReason, Refusal>

/** Error messages by field of the session form, for the reasons whose message differs per field. */
const fieldMessages: Partial<Record<DetailsField, { missing?: string; invalid?: string }>> = {
  title: { missing: 'Geef de kennissessie een titel' },
  slug: { invalid: 'Gebruik in het adres alleen kleine letters, cijfers en streepjes, bijvoorbeeld inclusief-beleid' },
  summary: { missing: 'Vat in een of twee zinnen samen waar het over gaat' },
  body: { missing: 'Schrijf waar de kennissessie over gaat' },
  audience: { missing: 'Schrijf voor wie de kennissessie is' },
  organisedBy: { missing: 'Vul in welke organisatie de kennissessie geeft' },
  contactName: { missing: 'Vul de naam in van wie mensen kunnen mailen' },
  contactEmail: {
    missing: 'Vul het e-mailadres in van wie mensen kunnen mailen',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
  },
}

const sharedMessages = {
  'slug-taken':
    'Het adres dat je koos, is van een andere kennissessie of was dat eerder. In het veld staat nu een adres dat vrij is',
  'image-without-alt': 'Schrijf tussen de haken wat er op de afbeelding te zien is: ![Wat je ziet](/beelden/…)',
  'external-image': 'Gebruik een afbeelding van deze site. Het adres begint met een schuine streep: /beelden/…',
}

const textMessages = detailsFields.map((field): [DetailsField, Partial<Record<DetailsFieldReason, string>>] => {
  const messages = fieldMessages[field]
  const tooLong = `Maak “${detailsLabels[field]}” korter, tot ${detailsLimits[field].toLocaleString('nl-NL')} tekens`
  return [field, { ...sharedMessages, ...messages, 'too-long': tooLong }]
})

const refusals = {
  'unknown-session': {
    title: 'Deze kennissessie is er niet meer.',
    text: 'Er is niets bewaard. Wat je schreef, staat hieronder nog.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft deze teksten net veranderd.',
    text: 'Wat jij schreef, is niet bewaard en staat nog in de velden. Hieronder lees je wat er nu staat. Neem daarvan over wat moet blijven. Bewaar je daarna, dan gelden jouw teksten.',
  },
}

type Props = {
  action: FormAction<SessionFormState>
  /** The stored texts of the session to edit; `null` opens an empty form for a new session. */
  session: (Record<DetailsField, string> & { version: number }) | null
  title: string
  slugHint: string
  /** Adds the fields of the schedule. Only for a new session: another page reschedules an existing one. */
  showSchedule?: boolean
  submitLabel: string
}

const inputProps = { autoComplete: 'off' } as const
const summaryHint = 'Een of twee zinnen. Dit staat onder de titel, en in zoekmachines.'
const imageHint =
  'Een afbeelding van deze site zet je op een eigen regel: ![Wat er te zien is](/beelden/naam.svg "Bijschrift"). Leg onder een ingewikkelde afbeelding in de tekst uit wat je ziet.'

/** Shows the form for the texts of a session and, with `showSchedule`, its times and deadlines. */
export function SessionForm({ action, session, title, slugHint, showSchedule = false, submitLabel }: Props) {
  const initialTexts = Object.fromEntries(detailsFields.map((field) => [field, session?.[field] ?? '']))
  const form = useFormAction(action, {
    values: { ...initialTexts, version: String(session?.version ?? '') },
    errorMessages: { ...Object.fromEntries(textMessages), ...scheduleMessages },
    describeRefusal: ({ code }) => refusals[code],
  })
  const { state, field } = form
  const level = showSchedule ? 2 : 3
  const text = (name: DetailsField) => ({ ...field(name), label: detailsLabels[name], maxLength: detailsLimits[name] })
  const line = (name: DetailsField) => ({ ...field(name), label: detailsLabels[name], inputProps })
  return (
    <AdminForm
      form={form}
      title={title}
      intro={state.status === 'refused' ? <ColleagueTexts current={state.reason.colleagueTexts} /> : null}
      submitLabel={submitLabel}
    >
      <input type="hidden" name="version" value={form.values.version} />
      <FieldGroup level={level} legend="De pagina">
        <TextField {...line('title')} wide />
        <TextField {...line('slug')} wide required={false} hint={slugHint} />
        <TextAreaField {...text('summary')} rows={3} hint={summaryHint} />
        <TextAreaField {...text('body')} rows={16} hint={`${markdownHint} ${imageHint}`} />
        <TextAreaField {...text('audience')} hint="Dit staat onder een eigen kop." />
      </FieldGroup>
      <FieldGroup level={level} legend="Wie erachter zit">
        <TextField {...line('organisedBy')} />
        <TextField {...line('contactName')} hint="Bij deze persoon kunnen mensen terecht met vragen." />
        <TextField {...line('contactEmail')} type="email" />
      </FieldGroup>
      {showSchedule ? <ScheduleFields field={field} level={2} /> : null}
    </AdminForm>
  )
}

/** Shows the texts of `current`, which a colleague saved meanwhile, with the labels of their fields. */
function ColleagueTexts({ current }: { current: Texts }) {
  const items = detailsFields.flatMap((field) => {
    const detail = current[field]
    return detail === undefined ? [] : [{ term: `${detailsLabels[field]}: nu staat er`, detail }]
  })
  return items.length > 0 ? <DescriptionList items={items} /> : null
}
