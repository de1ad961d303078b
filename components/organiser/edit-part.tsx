import { Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './session-moments.module.css'

/** One of the parts of a kennissessie that can be changed, under a heading of its own. */
export function EditPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={styles.moments}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  )
}
