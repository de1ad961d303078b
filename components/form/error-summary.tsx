'use client'

import { Heading, Link, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import styles from './error-summary.module.css'
import { useFocusOnChange } from './use-focus-on-change'

type Props = {
  /** The rejected fields in page order: the id of the control and the error message that the field shows. */
  errors: { id: string; message: string }[]
  /** A value that changes with each submission, such as the action state. The summary then takes focus. */
  submission: unknown
}

/** Lists the error messages of a form, each as a link to its control. Renders nothing without errors. */
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
