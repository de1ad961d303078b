import { Fieldset, FieldsetLegend, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './field-group.module.css'

type Props = {
  id?: string
  legend: string
  /** Heading level of the legend. Use 3 for a form below an h2. */
  level?: 2 | 3
  intro?: ReactNode
  children: ReactNode
}

/** Groups fields of a form under a heading, such as "Over jou". */
export function FieldGroup({ id, legend, level = 2, intro, children }: Props) {
  return (
    <Fieldset id={id} className={styles.group}>
      <FieldsetLegend className={styles.legend}>{level === 2 ? <h2>{legend}</h2> : <h3>{legend}</h3>}</FieldsetLegend>
      {intro ? <Paragraph className={styles.intro}>{intro}</Paragraph> : null}
      {children}
    </Fieldset>
  )
}
