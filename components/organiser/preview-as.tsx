'use client'

import { SelectField } from '@/components/form/select-field'
import { useEarlyValue } from '@/components/form/use-early-value'

type Props = { participants: { id: string; name: string }[]; chosen: string }

/** As whom a mail is previewed: with sample data, or as somebody who signed up. */
export function PreviewAs({ participants, chosen }: Props) {
  useEarlyValue('veld-as')
  return (
    <SelectField
      key={chosen}
      id="veld-as"
      name="as"
      label="Bekijk de mail als"
      hint={participants.length === 100 ? 'Hier staan de laatste 100 aanmeldingen.' : undefined}
      defaultValue={chosen}
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
