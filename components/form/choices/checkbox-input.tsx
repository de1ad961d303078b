import type { ComponentProps } from 'react'
import styles from './checkbox-input.module.css'

type Props = Omit<ComponentProps<'input'>, 'type' | 'className'> & { className?: string }

/** The box of something that is on or off, in the colours of the page: a browser's own is grey where the page is dark. */
export function CheckboxInput({ className = '', ...props }: Props) {
  return <input type="checkbox" {...props} className={`${styles.box} ${className}`} />
}
