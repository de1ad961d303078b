import { DescriptionList } from '@/components/ui/text/description-list'
import type { DetailsField } from '@/lib/sessions/details-schema'
import { contentLabels } from './session-copy'

/** What a colleague made of the texts meanwhile, where it differs. */
export function ColleagueTexts({ texts }: { texts: Partial<Record<DetailsField, string>> }) {
  const items = (Object.keys(contentLabels) as DetailsField[]).flatMap((field) => {
    const detail = texts[field]
    return detail === undefined ? [] : [{ term: `${contentLabels[field]}: nu staat er`, detail }]
  })
  return items.length > 0 ? <DescriptionList items={items} /> : null
}
