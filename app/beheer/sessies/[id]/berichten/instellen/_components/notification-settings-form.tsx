'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { placeholderNotAllowed } from '@/app/beheer/sessies/_components/mail-content-copy'
import {
  mailRecipientsSentence,
  peopleCount,
  stalePreviewMessages,
} from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { Checkbox } from '@/components/form/choices/checkbox'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { type ErrorMessages, fieldErrors, tooLongMessage } from '@/components/form/field-errors'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import { dateAndTime } from '@/lib/platform/time'
import {
  type NotificationSettings,
  type NotificationSettingsRefusal,
  notificationSettingsLimits,
  notificationSettingsSchema,
  type ReleaseFieldReason,
} from '@/lib/sessions/schema'

const staleMessages = {
  edited: stalePreviewMessages.edited,
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
} as const

/** The mails that saving the settings would send at once, because their time has come. */
type Preview = PreviewState<
  { due: { kind: string; label: string; recipients: number; mailPreview: MailPreview }[] },
  keyof typeof staleMessages
>

type Values = Record<keyof NotificationSettings, string>
type Refusal = NotificationSettingsRefusal
export type NotificationSettingsState = FormState<Values, ReleaseFieldReason, Refusal, 'saved', Preview>

const errorMessages: ErrorMessages<ReleaseFieldReason> = {
  followUpAudience: { missing: 'Kies wie een bedankmail krijgt' },
  materials: { 'too-long': tooLongMessage(notificationSettingsLimits.materials), placeholder: placeholderNotAllowed },
  evaluationUrl: {
    'not-https': 'Kijk de link na. Hij begint met https://',
    'too-long': `Kijk de link na. Er is plaats voor ${notificationSettingsLimits.evaluationUrl.toLocaleString('nl-NL')} tekens`,
  },
}

const refusals: Record<Refusal, Flash> = {
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

type Props = {
  action: FormAction<NotificationSettingsState>
  settings: NotificationSettings & { seen: string }
  /** Maps a mail kind to the time at which its mail is sent. */
  schedule: Record<string, ScheduledMoment>
  title: string
}

/** Shows the form that switches the scheduled mails of a session on or off, each with its time. */
export function NotificationSettingsForm({ action, settings, schedule, title }: Props) {
  const form = useFormAction(action, {
    values: toFormValues(settings),
    describeErrors: (reasons) => fieldErrors(errorMessages, reasons),
    describeRefusal: (reason) => refusals[reason],
  })
  const { preview, field, values } = form
  const reminder = (name: keyof NotificationSettings, kind: MessageKind, label: string, condition?: string) => (
    <Checkbox
      id={`veld-${name}`}
      name={name}
      defaultChecked={values[name] === 'on'}
      label={label}
      hint={scheduledMomentSentence(schedule[kind], condition)}
    />
  )
  return (
    <AdminForm
      form={form}
      title={`Mails die vanzelf gaan ${title}`}
      success={form.result ? { title: 'Bewaard.' } : null}
      intro={<Heading level={2}>Mails die vanzelf gaan</Heading>}
    >
      <input type="hidden" name="seen" value={settings.seen} />
      {preview ? (
        <ConfirmPanel
          title="Bewaren stuurt meteen mail"
          preview={preview}
          staleMessages={staleMessages}
          submission={form.previewSubmission}
          intent="send"
          confirmLabel={`Bewaren en mail ${peopleCount(preview.due.reduce((sum, { recipients }) => sum + recipients, 0))}`}
        >
          <Paragraph className={previewStyles.text}>
            Het moment ervoor is er al: dit gaat uit zodra je bewaart. Wie de mail al had, krijgt hem niet nog een keer.
          </Paragraph>
          {preview.due.map(({ kind, label, recipients, mailPreview }) => (
            <div key={kind}>
              <Paragraph className={previewStyles.text}>
                <strong>{label}.</strong> {mailRecipientsSentence(recipients)}.
              </Paragraph>
              <MailPreviewSection preview={mailPreview} level={3} />
            </div>
          ))}
        </ConfirmPanel>
      ) : null}
      <FieldGroup level={3} legend="Vooraf, aan wie meedoet">
        {reminder(
          'remindWeekBefore',
          'reminderWeek',
          'Een week van tevoren',
          'Alleen als de link er nog niet is. De mail zegt dan dat die nog komt.',
        )}
        {reminder('remindDayBefore', 'reminderDay', 'De dag van tevoren')}
        {reminder('remindHourBefore', 'reminderHour', 'Een uur van tevoren', 'Alleen als de link is vrijgegeven.')}
      </FieldGroup>
      <FieldGroup level={3} legend="Aan wie op de wachtlijst staat">
        {reminder(
          'notifyWaitlist',
          'waitlistEnded',
          'Nadat aanmelden is gesloten: er is geen plek vrijgekomen',
          'Alleen aan wie dan nog op de wachtlijst staat.',
        )}
      </FieldGroup>
      <FieldGroup level={3} legend="Aan jullie">
        {reminder('remindOrganisers', 'questionDeadline', 'Twee dagen voor de vragentermijn: hoeveel vragen er zijn')}
      </FieldGroup>
      <FieldGroup level={3} legend="Achteraf">
        <Paragraph>Een mail om te bedanken, de dag erna. {scheduledMomentSentence(schedule.followUp)}</Paragraph>
        <RadioGroup
          {...field('followUpAudience')}
          label="Wie krijgt die mail?"
          options={[
            { value: 'nobody', label: 'Niemand' },
            { value: 'tookPart', label: 'Wie heeft meegedaan' },
            { value: 'all', label: 'Iedereen die was aangemeld' },
          ]}
        />
        <TextAreaField
          {...field('materials')}
          label="Om na te lezen"
          hint="Bijvoorbeeld links naar de presentatie: [De presentatie](https://…)"
          required={false}
          maxLength={notificationSettingsLimits.materials}
        />
        <TextField
          {...field('evaluationUrl')}
          label="Link naar een korte evaluatie"
          required={false}
          inputProps={{ inputMode: 'url', autoComplete: 'off', spellCheck: false }}
        />
      </FieldGroup>
      <div className={styles.row}>
        <FormButton intent="save" primary={preview === null}>
          Bewaren
        </FormButton>
      </div>
    </AdminForm>
  )
}

function toFormValues(settings: NotificationSettings) {
  const names = notificationSettingsSchema.keyof().options
  const values = names.map((name) => [name, settings[name] === true ? 'on' : settings[name] || ''])
  return Object.fromEntries(values) as Values
}

/** When a scheduled mail is sent. `due`: the time has come and sending is still useful. `over`: it is too late. */
export type ScheduledMoment = { dueAt: Date; status: 'coming' | 'due' | 'over' }

/**
 * Returns in Dutch when a scheduled mail is sent, followed by `condition`, such as a sentence on a requirement for
 * sending. For the status `over`, returns only that the mail is not sent any more.
 */
function scheduledMomentSentence(moment: ScheduledMoment | undefined, condition = ''): string {
  if (moment?.status === 'over') return 'Dit moment is voorbij: deze mail gaat niet meer.'
  const prefixes = { coming: 'Op', due: 'Sinds' }
  return [moment && `${prefixes[moment.status]} ${dateAndTime(moment.dueAt)}.`, condition].filter(Boolean).join(' ')
}
