'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { Checkbox } from '@/components/form/checkbox'
import { ErrorSummary } from '@/components/form/error-summary'
import { FieldGroup } from '@/components/form/field-group'
import { Note } from '@/components/form/note'
import { RadioGroup } from '@/components/form/radio-group'
import { Refused } from '@/components/form/refused'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { routes } from '@/lib/platform/routes'
import { dateAndTime } from '@/lib/platform/time'
import { mailPlanLimits, type ReleaseFieldReason } from '@/lib/sessions/schema'
import styles from './send-row.module.css'

const boxes = ['remindWeekBefore', 'remindDayBefore', 'remindHourBefore', 'remindOrganisers'] as const
type Values = Record<(typeof boxes)[number] | 'thanksTo' | 'materials' | 'evaluationUrl', string>

export type MailPlanState = ActionState<Values, ReleaseFieldReason, 'unknown-session'> | { status: 'saved' }

type Plan = Record<(typeof boxes)[number], boolean> & {
  thanksTo: string | null
  materials: string
  evaluationUrl: string | null
}

type Props = {
  action: (previous: MailPlanState, form: FormData) => Promise<MailPlanState>
  plan: Plan
  /** When each goes out, by its kind. */
  moments: Record<string, Date>
  title: string
}

const messages: Record<string, Partial<Record<ReleaseFieldReason, string>>> = {
  thanksTo: { missing: 'Kies wie een bedankmail krijgt' },
  materials: { 'too-long': 'Maak deze tekst korter, tot 5.000 tekens' },
  evaluationUrl: {
    'not-https': 'Kijk de link na. Hij begint met https://',
    'too-long': 'Kijk de link na. Er is plaats voor 2.000 tekens',
  },
}

/** Which mails go out by themselves, each with its moment. */
export function MailPlanForm({ action, plan, moments, title }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? sentences(state.errors) : {}
  const typed = state.status === 'invalid' || state.status === 'refused' ? state.values : valuesOf(plan)
  const at = (kind: string) => (moments[kind] ? `Op ${dateAndTime(moments[kind])}.` : '')
  return (
    <>
      <title>{`${state.status === 'invalid' ? 'Fout: ' : ''}Automatische mails ${title} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        sending={state}
      />
      {state.status === 'saved' ? <Note tone="good" role="status" lead="Bewaard." /> : null}
      {state.status === 'refused' ? (
        <Refused lead="Deze kennissessie is er niet meer." sending={state}>
          <Link href={routes.desk()}>Naar alle kennissessies</Link>
        </Refused>
      ) : null}
      <Heading level={2}>Mails die vanzelf gaan</Heading>
      <form action={send} noValidate>
        <FieldGroup legend="Vooraf, aan wie meedoet">
          <Checkbox
            {...box('remindWeekBefore', typed)}
            label="Een week van tevoren"
            hint={`${at('reminder-week')} Alleen als de link er nog niet is: dat die nog komt.`}
          />
          <Checkbox {...box('remindDayBefore', typed)} label="De dag van tevoren" hint={at('reminder-day')} />
          <Checkbox
            {...box('remindHourBefore', typed)}
            label="Een uur van tevoren"
            hint={`${at('reminder-hour')} Alleen als de link is vrijgegeven.`}
          />
        </FieldGroup>
        <FieldGroup legend="Aan jullie">
          <Checkbox
            {...box('remindOrganisers', typed)}
            label="Twee dagen voor de vragentermijn: hoeveel vragen er zijn"
            hint={at('question-deadline')}
          />
        </FieldGroup>
        <FieldGroup legend="Achteraf">
          <Paragraph>Een mail om te bedanken, de dag erna. {at('thanks')}</Paragraph>
          <RadioGroup
            id="veld-thanksTo"
            name="thanksTo"
            label="Wie krijgt die mail?"
            defaultValue={typed.thanksTo}
            error={errors.thanksTo}
            options={[
              { value: 'nobody', label: 'Niemand' },
              { value: 'took-part', label: 'Wie heeft meegedaan' },
              { value: 'all', label: 'Iedereen die was aangemeld' },
            ]}
          />
          <TextAreaField
            id="veld-materials"
            name="materials"
            label="Om na te lezen"
            hint="Bijvoorbeeld links naar de presentatie: [De presentatie](https://…)"
            required={false}
            maxLength={mailPlanLimits.materials}
            defaultValue={typed.materials}
            error={errors.materials}
          />
          <TextField
            id="veld-evaluationUrl"
            name="evaluationUrl"
            label="Link naar een korte evaluatie"
            required={false}
            defaultValue={typed.evaluationUrl}
            error={errors.evaluationUrl}
            inputProps={{ inputMode: 'url', autoComplete: 'off', spellCheck: false }}
          />
        </FieldGroup>
        <div className={styles.row}>
          <SubmitButton busy={pending}>Bewaren</SubmitButton>
        </div>
      </form>
    </>
  )
}

const box = (name: (typeof boxes)[number], typed: Values) =>
  ({ id: `veld-${name}`, name, defaultChecked: typed[name] === 'on' }) as const

function valuesOf(plan: Plan): Values {
  const ticks = Object.fromEntries(boxes.map((name) => [name, plan[name] ? 'on' : '']))
  const { thanksTo, materials, evaluationUrl } = plan
  return { ...ticks, thanksTo: thanksTo ?? 'nobody', materials, evaluationUrl: evaluationUrl ?? '' } as Values
}

function sentences(reasons: Record<string, ReleaseFieldReason>): Record<string, string> {
  const fields = Object.keys(messages).filter((field) => reasons[field])
  return Object.fromEntries(fields.map((field) => [field, messages[field]?.[reasons[field] ?? 'missing'] ?? '']))
}
