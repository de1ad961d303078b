import { DescriptionList } from '@/components/layout/description-list'
import type { ContentField } from '@/lib/sessions/schema-content'
import { contentLabels } from './session-words'

/** What a colleague made of the texts meanwhile, where it differs. */
export function TheirTexts({ theirs }: { theirs: Partial<Record<ContentField, string>> }) {
  const items = (Object.keys(contentLabels) as ContentField[]).flatMap((field) => {
    const detail = theirs[field]
    return detail === undefined ? [] : [{ term: `${contentLabels[field]}: nu staat er`, detail }]
  })
  return items.length > 0 ? <DescriptionList items={items} /> : null
}
