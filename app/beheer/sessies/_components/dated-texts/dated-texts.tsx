import { Link, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'

/** A text with the dates, days, times and links in it. `href` leads to its form; `null` if there is none yet. */
export type DatedTextItem = { label: string; href: string | null; fragments: string[] }

type Props = {
  items: DatedTextItem[]
  /** When and where the organiser mends the texts. */
  children: string
}

/** Lists texts that may no longer be true, with what was found in them. Shows nothing when there are none. */
export function DatedTexts({ items, children }: Props) {
  if (items.length === 0) return null
  return (
    <Callout title="Kloppen deze datums, tijden en links nog?">
      {children} In een mail kun je {'{datum}'} en {'{tijd}'} schrijven: dan staat er vanzelf de goede.
      <UnorderedList role={undefined}>
        {items.map(({ label, href, fragments }) => (
          <UnorderedListItem key={`${label} ${fragments.join()}`}>
            {href ? <Link href={href}>{label}</Link> : label}: {fragments.map((fragment) => `“${fragment}”`).join(', ')}
          </UnorderedListItem>
        ))}
      </UnorderedList>
    </Callout>
  )
}
