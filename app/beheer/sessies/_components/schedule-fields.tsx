import type { GetField } from '@/app/beheer/_components/form/form-state'
import { DateTimeField, DateTimeRow } from '@/components/form/fields/date-time-field'
import { FieldGroup } from '@/components/form/fields/field-group'
import type { ScheduleField } from '@/lib/sessions/schema'

const deadlineIntro = 'Wie zich vóór dit moment aanmeldt, weet zeker dat de vraag aan bod komt.'
const openingHint = 'Laat leeg als het meteen kan.'
const closingHint = 'Laat leeg als aanmelden die hele dag kan.'

/** Shows the fields for the date, times and deadlines of a session. `level` is the level of their headings. */
export function ScheduleFields({ field, level }: { field: GetField<ScheduleField>; level: 2 | 3 }) {
  const date = (name: ScheduleField, label: string) => ({ ...field(name), label, type: 'date' }) as const
  const time = (name: ScheduleField, label: string) => ({ ...field(name), label, type: 'time' }) as const
  return (
    <>
      <FieldGroup level={level} legend="De kennissessie">
        <DateTimeRow>
          <DateTimeField {...date('date', 'Datum')} />
          <DateTimeField {...time('startTime', 'Begintijd')} />
          <DateTimeField {...time('endTime', 'Eindtijd')} />
        </DateTimeRow>
      </FieldGroup>
      <FieldGroup level={level} legend="De vragentermijn" intro={deadlineIntro}>
        <DateTimeRow>
          <DateTimeField {...date('deadlineDate', 'Datum van de vragentermijn')} />
          <DateTimeField {...time('deadlineTime', 'Tijd van de vragentermijn')} />
        </DateTimeRow>
      </FieldGroup>
      <FieldGroup level={level} legend="Aanmelden">
        <DateTimeRow>
          <DateTimeField {...date('openingDate', 'Aanmelden kan vanaf')} required={false} hint={openingHint} />
          <DateTimeField {...time('openingTime', 'Vanaf hoe laat')} required={false} />
        </DateTimeRow>
        <DateTimeRow>
          <DateTimeField {...date('closingDate', 'Aanmelden kan tot en met')} />
          <DateTimeField {...time('closingTime', 'Tot hoe laat')} required={false} hint={closingHint} />
        </DateTimeRow>
      </FieldGroup>
    </>
  )
}
