import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { isoLocal, shortDateTime } from '@/lib/platform/time'

type Props = {
  caption: ComponentProps<typeof Table>['caption']
  /** Header cells: a text, or a complete `<th>` element. */
  columns: (string | ReactElement | null)[]
  /** The `<tr>` elements of the body. */
  children: ReactNode
}

/** Shows a table with a header row. The caption is visually hidden, because a heading above the table names it. */
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

/** CSS class of the smaller second line in a table cell. */
export const smallPrint = lines.small

export function ShortDateTime({ value, className }: { value: Date; className?: string }) {
  return (
    <time dateTime={isoLocal(value)} className={className}>
      {shortDateTime(value)}
    </time>
  )
}
