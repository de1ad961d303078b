import type { ComponentProps } from 'react'
import styles from './tick-box.module.css'

type Props = Omit<ComponentProps<'input'>, 'type' | 'className'> & { className?: string }

/** The box of something that is on or off, in the colours of the page: a browser's own is grey where the page is dark. */
export function TickBox({ className = '', ...props }: Props) {
  return <input type="checkbox" {...props} className={`${styles.box} ${className}`} />
}
