import type { ReactNode } from 'react'
import { Table } from '@/components/layout/table'
import lines from '@/components/organiser/rows.module.css'
import { Bar } from './bar'
import styles from './bar-table.module.css'

type Props = {
  /** Says what it shows; the heading above says the same. */
  caption: string
  /** What the rows are, what is counted, and what else is told of each. */
  heads: { row: string; count: string; more?: string }
  rows: { label: string; count: number; more?: ReactNode }[]
  /** The length of a whole bar; that of the longest when left out. */
  whole?: number
}

/** Numbers under each other, each with a bar: the table is the chart. */
export function BarTable({ caption, heads, rows, whole }: Props) {
  const longest = whole ?? Math.max(1, ...rows.map(({ count }) => count))
  return (
    <div className={styles.chart}>
      <Table caption={caption} hideCaption>
        <thead className={lines.heads}>
          <tr>
            <th scope="col">{heads.row}</th>
            <th scope="col">{heads.count}</th>
            <td className={styles.bars} />
            {heads.more ? <th scope="col">{heads.more}</th> : null}
          </tr>
        </thead>
        <tbody className={lines.rows}>
          {rows.map(({ label, count, more }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.count}>{count.toLocaleString('nl-NL')}</td>
              <td className={styles.bars}>
                <Bar part={count} whole={longest} />
              </td>
              {heads.more ? <td>{more}</td> : null}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
