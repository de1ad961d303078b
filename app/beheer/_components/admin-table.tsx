import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { isoLocal, shortDateTime } from '@/lib/platform/time'

type Props = {
  caption: ComponentProps<typeof Table>['caption']
  /** Texts of header cells, or complete header cells. */
  columns: (string | ReactElement | null)[]
  /** Table rows. */
  children: ReactNode
}

/** A table whose caption is hidden, because a heading above names it. */
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

/** Class of a cell's second line. */
export const smallPrint = lines.small

export function ShortDateTime({ value, className }: { value: Date; className?: string }) {
  return (
    <time dateTime={isoLocal(value)} className={className}>
      {shortDateTime(value)}
    </time>
  )
}
