'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState, GetField } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
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

/** The typed values; `version` is the one that they replace. */
export type SessionFormValues = Texts & Partial<Record<ScheduleField | 'version', string>>

type Refusal = {
  code: Exclude<SaveSessionRefusal, 'slug-taken'>
  /** The texts that a colleague saved meanwhile, where they differ. */
  colleagueTexts: Texts
}

export type SessionFormState = FormState<SessionFormValues, DetailsFieldReason | ScheduleFieldReason, Refusal>

const contentLabels: Record<DetailsField, string> = {
  title: 'Titel',
  slug: 'Adres van de pagina',
  summary: 'Samenvatting',
  body: 'Tekst',
  audience: 'Voor wie?',
  organisedBy: 'Georganiseerd door',
  contactName: 'Naam van het contact',
  contactEmail: 'E-mailadres van het contact',
}

const missing: Record<DetailsField, string> = {
  title: 'Geef de kennissessie een titel',
  slug: '',
  summary: 'Vat in een of twee zinnen samen waar het over gaat',
  body: 'Schrijf waar de kennissessie over gaat',
  audience: 'Schrijf voor wie de kennissessie is',
  organisedBy: 'Vul in welke organisatie de kennissessie geeft',
  contactName: 'Vul de naam in van wie mensen kunnen mailen',
  contactEmail: 'Vul het e-mailadres in van wie mensen kunnen mailen',
}

const invalid: Texts = {
  slug: 'Gebruik in het adres alleen kleine letters, cijfers en streepjes, bijvoorbeeld inclusief-beleid',
  contactEmail: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
}

const textMessages = detailsFields.map((field): [DetailsField, Partial<Record<DetailsFieldReason, string>>] => [
  field,
  {
    missing: missing[field],
    'too-long': `Maak “${contentLabels[field]}” korter, tot ${detailsLimits[field].toLocaleString('nl-NL')} tekens`,
    invalid: invalid[field],
    'slug-taken':
      'Het adres dat je koos, is van een andere kennissessie of was dat eerder. In het veld staat nu een adres dat vrij is',
    'image-without-alt': 'Schrijf tussen de haken wat er op de afbeelding te zien is: ![Wat je ziet](/beelden/…)',
    'external-image': 'Gebruik een afbeelding van deze site. Het adres begint met een schuine streep: /beelden/…',
  },
])

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
  /** The texts to start from; `null` for an empty form. */
  session: (Record<DetailsField, string> & { version: number }) | null
  title: string
  slugHint: string
  /** Only for a new session: an existing one is rescheduled on another page. */
  showSchedule?: boolean
  submitLabel: string
}

/** The texts of a session, and the schedule of a new one. */
export function SessionForm({ action, session, title, slugHint, showSchedule = false, submitLabel }: Props) {
  const texts = Object.fromEntries(detailsFields.map((field) => [field, session?.[field] ?? '']))
  const form = useFormAction(action, {
    values: { ...texts, version: String(session?.version ?? '') },
    errorMessages: { ...Object.fromEntries(textMessages), ...scheduleMessages },
    describeRefusal: ({ code }) => refusals[code],
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
function ColleagueTexts({ texts }: { texts: Texts }) {
  const items = detailsFields.flatMap((field) => {
    const detail = texts[field]
    return detail === undefined ? [] : [{ term: `${contentLabels[field]}: nu staat er`, detail }]
  })
  return items.length > 0 ? <DescriptionList items={items} /> : null
}
