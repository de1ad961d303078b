import { FieldGroup } from '@/components/form/field-group'
import { MomentField, MomentRow } from '@/components/form/moment-field'
import type { MoveField } from '@/lib/sessions/schema'
import { LookButton } from './look-button'
import styles from './send-row.module.css'

type Props = {
  values: Record<MoveField, string>
  /** A sentence for each field that has to be mended. */
  errors: Record<string, string>
  /** Whether the page shows what will change: then another button is the one to press. */
  looked: boolean
}

/** The moments of a kennissessie to fill in, and the button that shows what that changes. */
export function MoveFields({ looked, ...fields }: Props) {
  return (
    <>
      <MomentFields {...fields} level={3} />
      <div className={styles.row}>
        <LookButton looked={looked} what="verandert" />
      </div>
    </>
  )
}

/** The same fields by themselves. */
export function MomentFields({ values, errors, level = 2 }: Omit<Props, 'looked'> & { level?: 2 | 3 }) {
  const field = (name: MoveField) =>
    ({ id: `veld-${name}`, name, defaultValue: values[name], error: errors[name] }) as const
  return (
    <>
      <FieldGroup level={level} legend="De kennissessie">
        <MomentRow>
          <MomentField {...field('date')} type="date" label="Datum" />
          <MomentField {...field('startTime')} type="time" label="Begintijd" />
          <MomentField {...field('endTime')} type="time" label="Eindtijd" />
        </MomentRow>
      </FieldGroup>
      <FieldGroup
        level={level}
        legend="De vragentermijn"
        intro="Wie zich vóór dit moment aanmeldt, weet zeker dat de vraag aan bod komt."
      >
        <MomentRow>
          <MomentField {...field('deadlineDate')} type="date" label="Datum van de vragentermijn" />
          <MomentField {...field('deadlineTime')} type="time" label="Tijd van de vragentermijn" />
        </MomentRow>
      </FieldGroup>
      <FieldGroup level={level} legend="Aanmelden">
        <MomentRow>
          <MomentField
            {...field('openingDate')}
            type="date"
            label="Aanmelden kan vanaf"
            required={false}
            hint="Laat leeg als het meteen kan."
          />
          <MomentField {...field('openingTime')} type="time" label="Vanaf hoe laat" required={false} />
        </MomentRow>
        <MomentRow>
          <MomentField {...field('closingDate')} type="date" label="Aanmelden kan tot en met" />
          <MomentField
            {...field('closingTime')}
            type="time"
            label="Tot hoe laat"
            required={false}
            hint="Laat leeg als aanmelden die hele dag kan."
          />
        </MomentRow>
      </FieldGroup>
    </>
  )
}
