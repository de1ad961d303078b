import type { ComponentProps } from 'react'
import styles from './checkbox-input.module.css'

type Props = Omit<ComponentProps<'input'>, 'type' | 'className'> & { className?: string }

/** Renders a checkbox in the colours of the theme. The browser's own checkbox is grey on a dark page. */
export function CheckboxInput({ className = '', ...props }: Props) {
  return <input type="checkbox" {...props} className={`${styles.box} ${className}`} />
}
