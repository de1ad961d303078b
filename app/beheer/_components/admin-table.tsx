import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { isoLocal, shortDateTime } from '@/lib/platform/time'

type Props = Pick<ComponentProps<typeof Table>, 'caption'> & {
  /** The headings: words, or cells of their own. */
  columns: (string | ReactElement | null)[]
  /** The rows. */
  children: ReactNode
}

/** A table below a heading that names it. */
export function AdminTable({ caption, columns, children }: Props) {
  return (
    <Table caption={caption} hideCaption>
      <thead className={lines.heads}>
        <tr>
          {columns.map((column) =>
            typeof column === 'string' ? (
              <th key={column} scope="col">
                {column}
              </th>
            ) : (
              column
            ),
          )}
        </tr>
      </thead>
      <tbody className={lines.rows}>{children}</tbody>
    </Table>
  )
}

/** Second line of a cell, in small print. */
export const smallPrint = lines.small

export function ShortDateTime({ value, className }: { value: Date; className?: string }) {
  return (
    <time dateTime={isoLocal(value)} className={className}>
      {shortDateTime(value)}
    </time>
  )
}
