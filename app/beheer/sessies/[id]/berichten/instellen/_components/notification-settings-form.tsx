'use client'

import { Button, Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { type Flash, FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { Checkbox } from '@/components/form/choices/checkbox'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { routes } from '@/lib/platform/routes'
import {
  type NotificationSettingsRefusal,
  notificationSettingsLimits,
  type ReleaseFieldReason,
} from '@/lib/sessions/schema'
import { notificationSettingsErrors, type ScheduledMoment, scheduledMomentSentence } from './notification-settings-copy'
import { type NotificationSettingsPreview, NotificationSettingsPreviewPanel } from './notification-settings-preview'

const reminderFields = ['remindWeekBefore', 'remindDayBefore', 'remindHourBefore', 'remindOrganisers'] as const
type NotificationSettingsValues = Record<
  (typeof reminderFields)[number] | 'followUpAudience' | 'materials' | 'evaluationUrl',
  string
>

export type NotificationSettingsState =
  | ActionState<NotificationSettingsValues, ReleaseFieldReason, NotificationSettingsRefusal>
  | { status: 'previewed'; values: NotificationSettingsValues; preview: NotificationSettingsPreview }
  | { status: 'saved' }

type NotificationSettingsView = Record<(typeof reminderFields)[number], boolean> & {
  followUpAudience: string
  materials: string
  evaluationUrl: string | null
  /** Goes back with what is saved. */
  seen: string
}

type Props = {
  action: (previous: NotificationSettingsState, form: FormData) => Promise<NotificationSettingsState>
  settings: NotificationSettingsView
  /** When each goes out, by its kind. */
  schedule: Record<string, ScheduledMoment>
  title: string
}

const refusals: Record<NotificationSettingsRefusal, Flash> = {
  'unknown-session': {
    title: 'Deze kennissessie is er niet meer.',
    text: <Link href={routes.admin()}>Naar alle kennissessies</Link>,
  },
  'changed-meanwhile': {
    title: 'Een collega heeft dit net anders ingesteld.',
    text: (
      <>
        Wat jij koos is niet bewaard en staat hieronder nog. Bewaar je het opnieuw, dan geldt jouw keuze. Of{' '}
        <Link href="">open deze pagina opnieuw</Link> om te zien wat je collega koos.
      </>
    ),
  },
}

/** Which mails go out by themselves, each with its moment. */
export function NotificationSettingsForm({ action, settings, schedule, title }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? notificationSettingsErrors(state.errors) : {}
  const values = 'values' in state ? state.values : toFormValues(settings)
  const scheduleHint = (kind: string, only?: string) => scheduledMomentSentence(schedule[kind], only)
  return (
    <>
      <FormFeedback
        pageTitle={`Mails die vanzelf gaan ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        success={state.status === 'saved' ? { title: 'Bewaard.' } : null}
        submission={state}
      />
      <Heading level={2}>Mails die vanzelf gaan</Heading>
      <form action={send} noValidate>
        <input type="hidden" name="seen" value={settings.seen} />
        {state.status === 'previewed' ? (
          <NotificationSettingsPreviewPanel preview={state.preview} pending={pending} />
        ) : null}
        <FieldGroup level={3} legend="Vooraf, aan wie meedoet">
          <Checkbox
            {...checkboxProps('remindWeekBefore', values)}
            label="Een week van tevoren"
            hint={scheduleHint(
              'reminder-week',
              'Alleen als de link er nog niet is. De mail zegt dan dat die nog komt.',
            )}
          />
          <Checkbox
            {...checkboxProps('remindDayBefore', values)}
            label="De dag van tevoren"
            hint={scheduleHint('reminder-day')}
          />
          <Checkbox
            {...checkboxProps('remindHourBefore', values)}
            label="Een uur van tevoren"
            hint={scheduleHint('reminder-hour', 'Alleen als de link is vrijgegeven.')}
          />
        </FieldGroup>
        <FieldGroup level={3} legend="Aan jullie">
          <Checkbox
            {...checkboxProps('remindOrganisers', values)}
            label="Twee dagen voor de vragentermijn: hoeveel vragen er zijn"
            hint={scheduleHint('question-deadline')}
          />
        </FieldGroup>
        <FieldGroup level={3} legend="Achteraf">
          <Paragraph>Een mail om te bedanken, de dag erna. {scheduleHint('thanks')}</Paragraph>
          <RadioGroup
            id="veld-thanksTo"
            name="followUpAudience"
            label="Wie krijgt die mail?"
            defaultValue={values.followUpAudience}
            error={errors.followUpAudience}
            options={[
              { value: 'nobody', label: 'Niemand' },
              { value: 'tookPart', label: 'Wie heeft meegedaan' },
              { value: 'all', label: 'Iedereen die was aangemeld' },
            ]}
          />
          <TextAreaField
            id="veld-materials"
            name="materials"
            label="Om na te lezen"
            hint="Bijvoorbeeld links naar de presentatie: [De presentatie](https://…)"
            required={false}
            maxLength={notificationSettingsLimits.materials}
            defaultValue={values.materials}
            error={errors.materials}
          />
          <TextField
            id="veld-evaluationUrl"
            name="evaluationUrl"
            label="Link naar een korte evaluatie"
            required={false}
            defaultValue={values.evaluationUrl}
            error={errors.evaluationUrl}
            inputProps={{ inputMode: 'url', autoComplete: 'off', spellCheck: false }}
          />
        </FieldGroup>
        <div className={styles.row}>
          <Button
            type="submit"
            name="intent"
            value="save"
            appearance={state.status === 'previewed' ? 'secondary-action-button' : 'primary-action-button'}
            aria-busy={pending || undefined}
          >
            Bewaren
          </Button>
        </div>
      </form>
    </>
  )
}

const checkboxProps = (name: (typeof reminderFields)[number], values: NotificationSettingsValues) =>
  ({ id: `veld-${name}`, name, defaultChecked: values[name] === 'on' }) as const

function toFormValues(settings: NotificationSettingsView): NotificationSettingsValues {
  const ticks = Object.fromEntries(reminderFields.map((name) => [name, settings[name] ? 'on' : '']))
  const { followUpAudience, materials, evaluationUrl } = settings
  return {
    ...ticks,
    followUpAudience,
    materials,
    evaluationUrl: evaluationUrl ?? '',
  } as NotificationSettingsValues
}
