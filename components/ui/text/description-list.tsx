import { DataList, DataListItem, DataListKey, DataListValue } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './description-list.module.css'
import { NonBreakingText } from './non-breaking-text'

type Props = {
  items: { term: string; detail: ReactNode }[]
  /** `rows` puts each term beside its detail in a wide window; `stacked` puts it above. */
  layout?: 'stacked' | 'rows'
}

/** Shows terms with their details. Line breaks in details stay. */
export function DescriptionList({ items, layout = 'stacked' }: Props) {
  return (
    <DataList className={styles[layout]}>
      {items.map(({ term, detail }) => (
        <DataListItem key={term}>
          <DataListKey>
            <NonBreakingText text={term} />
          </DataListKey>
          <DataListValue multiline>{detail}</DataListValue>
        </DataListItem>
      ))}
    </DataList>
  )
}
