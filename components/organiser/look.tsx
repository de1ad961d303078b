'use client'

import { Heading } from '@utrecht/component-library-react'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './look.module.css'

type Props = {
  title: string
  /** Another value for each time it was asked for: it then takes focus. Null when something above it has the word. */
  sending: unknown
  children: ReactNode
}

/** What will happen, before it does: the second step of a form that cannot be undone. */
export function Look({ title, sending, children }: Props) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (sending) box.current?.focus()
  }, [sending])
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="kijk" className={styles.look}>
      <Heading level={2} id="kijk">
        {title}
      </Heading>
      {children}
    </section>
  )
}
