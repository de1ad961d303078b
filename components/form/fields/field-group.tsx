import { Fieldset, FieldsetLegend, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './field-group.module.css'

type Props = {
  id?: string
  legend: string
  /** Heading level of the legend: 3 below another heading of the page. */
  level?: 2 | 3
  /** One or two sentences about the fields. */
  intro?: ReactNode
  children: ReactNode
}

/** A part of a form with its own heading ("Over jou"). */
export function FieldGroup({ id, legend, level = 2, intro, children }: Props) {
  return (
    <Fieldset id={id} className={styles.group}>
      <FieldsetLegend className={styles.legend}>{level === 2 ? <h2>{legend}</h2> : <h3>{legend}</h3>}</FieldsetLegend>
      {intro ? <Paragraph className={styles.intro}>{intro}</Paragraph> : null}
      {children}
    </Fieldset>
  )
}
