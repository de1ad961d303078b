import type { ComponentProps } from 'react'
import styles from './checkbox-input.module.css'

/** Renders a checkbox in the colours of the theme. The browser's own checkbox is grey on a dark page. */
export function CheckboxInput({ className = '', ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input type="checkbox" {...props} className={`${styles.box} ${className}`} />
}
