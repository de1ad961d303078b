import { TableCaption, Table as UtrechtTable } from '@utrecht/component-library-react'
import { type ReactNode, useId } from 'react'
import styles from './table.module.css'

type Props = {
  /** Names the table and the box that scrolls it. */
  caption: string
  /** Shows the caption only to screen readers, because the heading above says the same. */
  hideCaption?: boolean
  /** `thead` and `tbody`; every `th` has a `scope`. */
  children: ReactNode
}

/** A table in a box that scrolls horizontally, also by keyboard, so that the page never does. */
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
