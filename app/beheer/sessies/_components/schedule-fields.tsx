import styles from '@/app/beheer/_components/submit-row.module.css'
import { DateTimeField, DateTimeRow } from '@/components/form/fields/date-time-field'
import { FieldGroup } from '@/components/form/fields/field-group'
import { PreviewButton } from '@/components/form/preview/preview-button'
import type { ScheduleField } from '@/lib/sessions/schema'

type Props = {
  values: Record<ScheduleField, string>
  /** A sentence for each field that has to be mended. */
  errors: Record<string, string>
  /** Whether the page shows what will change: then another button is the one to press. */
  isPreviewed: boolean
}

/** The moments of a kennissessie to fill in, and the button that shows what that changes. */
export function RescheduleFields({ isPreviewed, ...fields }: Props) {
  return (
    <>
      <ScheduleFields {...fields} level={3} />
      <div className={styles.row}>
        <PreviewButton isPreviewed={isPreviewed} verb="verandert" />
      </div>
    </>
  )
}

/** The same fields by themselves. */
export function ScheduleFields({ values, errors, level = 2 }: Omit<Props, 'isPreviewed'> & { level?: 2 | 3 }) {
  const field = (name: ScheduleField) =>
    ({ id: `veld-${name}`, name, defaultValue: values[name], error: errors[name] }) as const
  return (
    <>
      <FieldGroup level={level} legend="De kennissessie">
        <DateTimeRow>
          <DateTimeField {...field('date')} type="date" label="Datum" />
          <DateTimeField {...field('startTime')} type="time" label="Begintijd" />
          <DateTimeField {...field('endTime')} type="time" label="Eindtijd" />
        </DateTimeRow>
      </FieldGroup>
      <FieldGroup
        level={level}
        legend="De vragentermijn"
        intro="Wie zich vóór dit moment aanmeldt, weet zeker dat de vraag aan bod komt."
      >
        <DateTimeRow>
          <DateTimeField {...field('deadlineDate')} type="date" label="Datum van de vragentermijn" />
          <DateTimeField {...field('deadlineTime')} type="time" label="Tijd van de vragentermijn" />
        </DateTimeRow>
      </FieldGroup>
      <FieldGroup level={level} legend="Aanmelden">
        <DateTimeRow>
          <DateTimeField
            {...field('openingDate')}
            type="date"
            label="Aanmelden kan vanaf"
            required={false}
            hint="Laat leeg als het meteen kan."
          />
          <DateTimeField {...field('openingTime')} type="time" label="Vanaf hoe laat" required={false} />
        </DateTimeRow>
        <DateTimeRow>
          <DateTimeField {...field('closingDate')} type="date" label="Aanmelden kan tot en met" />
          <DateTimeField
            {...field('closingTime')}
            type="time"
            label="Tot hoe laat"
            required={false}
            hint="Laat leeg als aanmelden die hele dag kan."
          />
        </DateTimeRow>
      </FieldGroup>
    </>
  )
}
