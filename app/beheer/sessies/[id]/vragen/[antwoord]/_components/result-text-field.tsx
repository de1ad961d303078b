import type { GetField } from '@/app/beheer/_components/form/form-state'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { triageLimits } from '@/lib/triage/schema'

type Props = ReturnType<GetField<'resultText'>>

/** The text that one asker reads instead of the default text. */
export function ResultTextField(field: Props) {
  return (
    <TextAreaField
      {...field}
      label="Eigen tekst voor wie dit vroeg"
      hint="Komt in de mail over wat er met de vraag is gedaan, in plaats van onze tekst bij deze stand."
      rows={3}
      required={false}
      maxLength={triageLimits.resultText}
    />
  )
}
