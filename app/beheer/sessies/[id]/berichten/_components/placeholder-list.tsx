import styles from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'
import { DescriptionList } from '@/components/ui/text/description-list'
import { type Placeholder, placeholders } from '@/lib/notifications/schema'

/** What becomes of each placeholder in this mail, with what stands in it for somebody who could read it. */
export function PlaceholderList({ examples }: { examples: Record<Placeholder, string> }) {
  return (
    <details>
      <summary className={styles.more}>Wat er komt te staan, bijvoorbeeld</summary>
      <DescriptionList
        layout="rows"
        items={placeholders.map((placeholder) => ({ term: `{${placeholder}}`, detail: examples[placeholder] }))}
      />
    </details>
  )
}
