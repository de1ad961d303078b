import { UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'

export function ItemList({ items }: { items: readonly string[] }) {
  return (
    <UnorderedList role={undefined}>
      {items.map((item) => (
        <UnorderedListItem key={item}>{item}</UnorderedListItem>
      ))}
    </UnorderedList>
  )
}
