import { Fieldset, FieldsetLegend } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { describedBy, type FieldProps, LabelText } from '@/components/form/fields/field'
import { FieldMessages } from '@/components/form/fields/field-messages'
import styles from './choice-fieldset.module.css'

type Props = Pick<FieldProps<never>, 'id' | 'label' | 'hint' | 'error' | 'required'> & {
  role?: 'radiogroup'
  className?: string
  children: ReactNode
}

/** Shows radio buttons or checkboxes (`children`) below their legend, hint and error message. */
export function ChoiceFieldset({ id, label, hint, error, required = true, role, className = '', children }: Props) {
  return (
    <Fieldset
      role={role}
      required={required ?? undefined}
      invalid={role === 'radiogroup' && Boolean(error)}
      aria-describedby={describedBy(id, hint, error)}
      className={`${styles.group} ${className}`}
    >
      <FieldsetLegend>
        <LabelText label={label} required={required} />
      </FieldsetLegend>
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </Fieldset>
  )
}
