import { TextAreaField } from '@/components/form/fields/text-area-field'
import { triageLimits } from '@/lib/triage/schema'

/** What one asker reads about their question in place of our words. */
export function ResultTextField({ defaultValue, error }: { defaultValue?: string; error?: string }) {
  return (
    <TextAreaField
      id="veld-outcomeText"
      name="resultText"
      label="Eigen tekst voor wie dit vroeg"
      hint="Komt in de mail over wat er met de vraag is gedaan, in plaats van onze tekst bij deze stand."
      rows={3}
      required={false}
      maxLength={triageLimits.resultText}
      defaultValue={defaultValue}
      error={error}
    />
  )
}
