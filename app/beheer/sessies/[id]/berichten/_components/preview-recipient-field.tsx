'use client'

import { SelectField } from '@/components/form/fields/select-field'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'

type Props = { participants: { id: string; name: string }[]; selectedId: string }

/** As whom a mail is previewed: with sample data, or as somebody who signed up. */
export function PreviewRecipientField({ participants, selectedId }: Props) {
  usePreHydrationValue('veld-as')
  return (
    <SelectField
      key={selectedId}
      id="veld-as"
      name="as"
      label="Bekijk de mail als"
      hint={participants.length === 100 ? 'Hier staan de laatste 100 aanmeldingen.' : undefined}
      defaultValue={selectedId}
    >
      <option value="">Sam Voorbeeld (bestaat niet)</option>
      {participants.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
