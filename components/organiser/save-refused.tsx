import { Paragraph } from '@utrecht/component-library-react'
import { Refused } from '@/components/form/refused'
import { DescriptionList } from '@/components/layout/description-list'
import type { ContentField, SaveRefusal } from '@/lib/sessions/schema-content'
import { contentLabels, saveRefusals } from './session-words'

type Props = {
  reason: Exclude<SaveRefusal, 'slug-taken'>
  theirs: Partial<Record<ContentField, string>>
  sending: unknown
}

/** Why the texts were not saved, with what a colleague made of them meanwhile. */
export function SaveRefused({ reason, theirs, sending }: Props) {
  const items = (Object.keys(contentLabels) as ContentField[]).flatMap((field) => {
    const detail = theirs[field]
    return detail === undefined ? [] : [{ term: `${contentLabels[field]}: nu staat er`, detail }]
  })
  return (
    <>
      <Refused lead={saveRefusals[reason].lead} sending={sending}>
        <Paragraph>{saveRefusals[reason].text}</Paragraph>
      </Refused>
      {items.length > 0 ? <DescriptionList items={items} /> : null}
    </>
  )
}
