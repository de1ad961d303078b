'use client'

import { Heading, Link, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import styles from './error-summary.module.css'
import { useFocusOnChange } from './use-focus-on-change'

type Props = {
  /** In page order. `id` is that of the control; `message` equals the error message of the field. */
  errors: { id: string; message: string }[]
  /** Changes with each submission, such as the state of the action: the summary then takes focus. */
  submission: unknown
}

/** Lists the rejected fields above a form, each with a link to its control. Empty without errors. */
export function ErrorSummary({ errors, submission }: Props) {
  const summaryRef = useFocusOnChange<HTMLElement>(submission)
  const count = errors.length
  if (count === 0) return null
  return (
    <section
      ref={summaryRef}
      tabIndex={-1}
      aria-labelledby="fouten"
      className={`utrecht-alert utrecht-alert--error ${styles.summary}`}
    >
      <Heading level={2} id="fouten" className={styles.heading}>
        Er ging iets mis met {count} {count === 1 ? 'veld' : 'velden'}
      </Heading>
      <UnorderedList role={undefined} className={styles.list}>
        {errors.map(({ id, message }) => (
          <UnorderedListItem key={id}>
            <Link href={`#${id}`} className={styles.link}>
              {message}
            </Link>
          </UnorderedListItem>
        ))}
      </UnorderedList>
    </section>
  )
}
