import { Link, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'

/**
 * A text of a session, with the dates, days, times and links in it (`fragments`). `href` is where to edit the text;
 * `null` if that is not possible yet.
 */
export type DatedTextItem = { label: string; href: string | null; fragments: string[] }

type Props = {
  items: DatedTextItem[]
  /** A sentence on when and where the organiser can correct the listed texts. */
  children: string
}

/**
 * Lists texts of a session whose dates, times or links may be outdated, with those fragments. Renders nothing without
 * items.
 */
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
