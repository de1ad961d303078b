import type { GetField } from '@/app/beheer/_components/form/form-state'
import { DateTimeField, DateTimeRow } from '@/components/form/fields/date-time-field'
import { FieldGroup } from '@/components/form/fields/field-group'
import type { ScheduleField } from '@/lib/sessions/schema'

type Props = {
  field: GetField<ScheduleField>
  /** Level of the headings. */
  level: 2 | 3
}

/** The date, times and deadlines of a session. */
export function ScheduleFields({ field, level }: Props) {
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
