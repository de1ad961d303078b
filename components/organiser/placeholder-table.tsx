import { Table } from '@/components/layout/table'
import { type Placeholder, placeholders } from '@/lib/messages/schema'
import styles from './question-context.module.css'
import lines from './rows.module.css'

/** What becomes of each placeholder in this mail, with what stands in it for somebody who could read it. */
export function PlaceholderTable({ examples }: { examples: Record<Placeholder, string> }) {
  return (
    <details>
      <summary className={styles.more}>Wat we invullen</summary>
      <Table caption="Wat we invullen in deze mail" hideCaption>
        <thead className={lines.heads}>
          <tr>
            <th scope="col">Jij schrijft</th>
            <th scope="col">Er komt te staan, bijvoorbeeld</th>
          </tr>
        </thead>
        <tbody className={lines.rows}>
          {placeholders.map((placeholder) => (
            <tr key={placeholder}>
              <th scope="row">{`{${placeholder}}`}</th>
              <td>{examples[placeholder]}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}
