import { Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Flow } from '@/components/ui/page/flow'
import styles from './edit-section.module.css'

/** One of the parts of a kennissessie that can be changed, under a heading of its own. */
export function EditSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={styles.moments}>
      <Flow>
        <Heading level={2} id={id}>
          {title}
        </Heading>
        {children}
      </Flow>
    </section>
  )
}
