import { TableCaption, Table as UtrechtTable } from '@utrecht/component-library-react'
import { type ReactNode, useId } from 'react'
import styles from './table.module.css'

type Props = {
  /** Says what the table shows; it also names the box that scrolls. */
  caption: string
  /** When the heading above already says the same: the caption is then only read aloud. */
  hideCaption?: boolean
  /** thead and tbody, with `scope` on every th. */
  children: ReactNode
}

/** A table in a box of its own that scrolls sideways, by keyboard too, so that the page never does. */
export function Table({ caption, hideCaption = false, children }: Props) {
  const id = `tabel-${useId().replace(/\W/g, '')}`
  return (
    <section className={styles.box} aria-labelledby={id} tabIndex={0}>
      <UtrechtTable className={`utrecht-table--html-table ${styles.table}`}>
        <TableCaption id={id} className={hideCaption ? 'visually-hidden' : undefined}>
          {caption}
        </TableCaption>
        {children}
      </UtrechtTable>
    </section>
  )
}
