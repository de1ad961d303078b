'use client'

import { Heading, Link, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import styles from './error-summary.module.css'
import { useFocusOnChange } from './use-focus-on-change'

type Props = {
  /** In the order of the form; `id` is that of the control, `message` the very words beside it. */
  errors: { id: string; message: string }[]
  /** Another value for each time the form was sent (the state of the action will do): the summary then takes focus. */
  submission: unknown
}

/** What went wrong, above the form, with a link to each field. Nothing when there are no errors. */
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
