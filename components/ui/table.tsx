import { TableCaption, Table as UtrechtTable } from '@utrecht/component-library-react'
import { type ReactNode, useId } from 'react'
import styles from './table.module.css'

type Props = {
  /** Accessible name of the table and of the box that scrolls it. */
  caption: string
  /** Hides the caption, except from screen readers. Use it below a heading with the same text. */
  hideCaption?: boolean
  /** The elements `thead` and `tbody`. Every `th` must have a `scope`. */
  children: ReactNode
}

/** Shows a table in a box that scrolls horizontally, also by keyboard. The page itself never scrolls horizontally. */
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
