import type { ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { Bar } from './bar'
import styles from './bar-table.module.css'

type Props = {
  /** Says what it shows; the heading above says the same. */
  caption: string
  /** What the rows are, what is counted, and what else is told of each. */
  columns: { row: string; count: string; extra?: string }
  rows: { label: string; count: number; extra?: ReactNode }[]
  /** The length of a whole bar; that of the longest when left out. */
  max?: number
}

/** Numbers under each other, each with a bar: the table is the chart. */
export function BarTable({ caption, columns, rows, max }: Props) {
  const barMax = max ?? Math.max(1, ...rows.map(({ count }) => count))
  return (
    <div className={styles.chart}>
      <Table caption={caption} hideCaption>
        <thead className={lines.heads}>
          <tr>
            <th scope="col">{columns.row}</th>
            <th scope="col">{columns.count}</th>
            <td className={styles.bars} />
            {columns.extra ? <th scope="col">{columns.extra}</th> : null}
          </tr>
        </thead>
        <tbody className={lines.rows}>
          {rows.map(({ label, count, extra }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.count}>{count.toLocaleString('nl-NL')}</td>
              <td className={styles.bars}>
                <Bar part={count} whole={barMax} />
              </td>
              {columns.extra ? <td>{extra}</td> : null}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
