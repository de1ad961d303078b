'use client'

import { Options } from '@/app/beheer/_components/form/options'
import { SelectField } from '@/components/form/fields/select-field'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'

type Props = { participants: { id: string; name: string }[]; selectedId: string }

/** Chooses whose data a mail is previewed with: sample data, or a participant's. */
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
      <Options options={participants} />
    </SelectField>
  )
}
