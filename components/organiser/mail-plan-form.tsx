'use client'

import { Button, Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { Checkbox } from '@/components/form/checkbox'
import { FieldGroup } from '@/components/form/field-group'
import { RadioGroup } from '@/components/form/radio-group'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { routes } from '@/lib/platform/routes'
import { type MailPlanRefusal, mailPlanLimits, type ReleaseFieldReason } from '@/lib/sessions/schema'
import { FormHead, type News } from './form-head'
import { MailPlanLook, type MailPlanView } from './mail-plan-look'
import { type MailMoment, mailPlanErrors, momentInWords } from './mail-plan-words'
import styles from './send-row.module.css'

const boxes = ['remindWeekBefore', 'remindDayBefore', 'remindHourBefore', 'remindOrganisers'] as const
type Values = Record<(typeof boxes)[number] | 'thanksTo' | 'materials' | 'evaluationUrl', string>

export type MailPlanState =
  | ActionState<Values, ReleaseFieldReason, MailPlanRefusal>
  | { status: 'look'; values: Values; look: MailPlanView }
  | { status: 'saved' }

type Plan = Record<(typeof boxes)[number], boolean> & {
  thanksTo: string | null
  materials: string
  evaluationUrl: string | null
  /** Goes back with what is saved. */
  seen: string
}

type Props = {
  action: (previous: MailPlanState, form: FormData) => Promise<MailPlanState>
  plan: Plan
  /** When each goes out, by its kind. */
  moments: Record<string, MailMoment>
  title: string
}

const refusals: Record<MailPlanRefusal, News> = {
  'unknown-session': {
    lead: 'Deze kennissessie is er niet meer.',
    text: <Link href={routes.desk()}>Naar alle kennissessies</Link>,
  },
  'changed-meanwhile': {
    lead: 'Een collega heeft dit net anders ingesteld.',
    text: (
      <>
        Wat jij koos is niet bewaard en staat hieronder nog. Bewaar je het opnieuw, dan geldt jouw keuze. Of{' '}
        <Link href="">open deze pagina opnieuw</Link> om te zien wat je collega koos.
      </>
    ),
  },
}

/** Which mails go out by themselves, each with its moment. */
export function MailPlanForm({ action, plan, moments, title }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? mailPlanErrors(state.errors) : {}
  const typed = 'values' in state ? state.values : valuesOf(plan)
  const at = (kind: string, only?: string) => momentInWords(moments[kind], only)
  return (
    <>
      <FormHead
        title={`Mails die vanzelf gaan ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        done={state.status === 'saved' ? { lead: 'Bewaard.' } : null}
        sending={state}
      />
      <Heading level={2}>Mails die vanzelf gaan</Heading>
      <form action={send} noValidate>
        <input type="hidden" name="seen" value={plan.seen} />
        {state.status === 'look' ? <MailPlanLook look={state.look} pending={pending} /> : null}
        <FieldGroup level={3} legend="Vooraf, aan wie meedoet">
          <Checkbox
            {...box('remindWeekBefore', typed)}
            label="Een week van tevoren"
            hint={at('reminder-week', 'Alleen als de link er nog niet is. De mail zegt dan dat die nog komt.')}
          />
          <Checkbox {...box('remindDayBefore', typed)} label="De dag van tevoren" hint={at('reminder-day')} />
          <Checkbox
            {...box('remindHourBefore', typed)}
            label="Een uur van tevoren"
            hint={at('reminder-hour', 'Alleen als de link is vrijgegeven.')}
          />
        </FieldGroup>
        <FieldGroup level={3} legend="Aan jullie">
          <Checkbox
            {...box('remindOrganisers', typed)}
            label="Twee dagen voor de vragentermijn: hoeveel vragen er zijn"
            hint={at('question-deadline')}
          />
        </FieldGroup>
        <FieldGroup level={3} legend="Achteraf">
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
          <Button
            type="submit"
            name="press"
            value="save"
            appearance={state.status === 'look' ? 'secondary-action-button' : 'primary-action-button'}
            aria-busy={pending || undefined}
          >
            Bewaren
          </Button>
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
