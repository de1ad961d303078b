import type { ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import styles from './bar-table.module.css'

type Props = {
  /** Caption for screen readers only. It equals the visible heading above the table. */
  caption: string
  /** Column headings. Without `extra`, the table has no extra column. */
  columns: { row: string; count: string; extra?: string }
  rows: { label: string; count: number; extra?: ReactNode }[]
  /** The count at which a bar is full; by default the highest count of the rows. */
  max?: number
}

/** Shows a bar chart as a table: each row has a label, a number and a bar. */
export function BarTable({ caption, columns, rows, max = Math.max(1, ...rows.map(({ count }) => count)) }: Props) {
  return (
    <div className={styles.chart}>
      <Table caption={caption} hideCaption>
        <thead>
          <tr>
            <th scope="col">{columns.row}</th>
            <th scope="col">{columns.count}</th>
            <td className={styles.bars} />
            {columns.extra ? <th scope="col">{columns.extra}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, count, extra }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.count}>{count.toLocaleString('nl-NL')}</td>
              <td className={styles.bars}>
                <Bar part={count} whole={max} />
              </td>
              {columns.extra ? <td>{extra}</td> : null}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

/** Draws a bar that is filled for the share `part` of `whole`. Screen readers skip it: the number is next to it. */
export const Bar = ({ part, whole }: { part: number; whole: number }) => (
  <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className={styles.whole} width="100" height="10" />
    <rect className={styles.part} width={whole > 0 ? (100 * part) / whole : 0} height="10" />
  </svg>
)
