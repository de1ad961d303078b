import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { Outcome } from '@/components/form/outcome'
import { Refused } from '@/components/form/refused'

/** The news in bold, and what explains it. */
export type News = { lead: string; text?: ReactNode }

type Props = {
  /** Of the page, without the name of the site; null when another form on it sees to that. */
  title: string | null
  /** How to mend each field that was refused, by its name and in the order of the form. */
  errors: Record<string, string>
  /** Why a form that was filled in well was not taken. */
  refusal?: News | null
  /** What has been done, when the same page says so. */
  done?: News | null
  /** The state of the form's action: what is told takes focus each time it changes. */
  sending: unknown
}

/** What stands above a form of the desk: the title of the page, and what came of sending the form. */
export function FormHead({ title, errors, refusal, done, sending }: Props) {
  const mistakes = Object.entries(errors).map(([field, message]) => ({ id: fieldId(field), message }))
  return (
    <>
      {title === null ? null : (
        <title>{`${mistakes.length > 0 || refusal ? 'Fout: ' : ''}${title} - Aanschuif beheer`}</title>
      )}
      <ErrorSummary errors={mistakes} sending={sending} />
      {refusal ? (
        <Refused lead={refusal.lead} sending={sending}>
          {refusal.text}
        </Refused>
      ) : null}
      {done ? (
        <Outcome lead={done.lead} sending={sending}>
          {done.text}
        </Outcome>
      ) : null}
    </>
  )
}
