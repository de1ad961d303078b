import { Fieldset, FieldsetLegend, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './field-group.module.css'

type Props = {
  id?: string
  legend: string
  /** A short line on why these are asked. */
  intro?: ReactNode
  children: ReactNode
}

/** A part of a form with a heading of its own ("Over jou"). */
export function FieldGroup({ id, legend, intro, children }: Props) {
  return (
    <Fieldset id={id} className={styles.group}>
      <FieldsetLegend className={styles.legend}>
        <h2>{legend}</h2>
      </FieldsetLegend>
      {intro ? <Paragraph className={styles.intro}>{intro}</Paragraph> : null}
      {children}
    </Fieldset>
  )
}
