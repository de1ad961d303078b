import { TextAreaField } from '@/components/form/text-area-field'
import { triageLimits } from '@/lib/questions/schema'

/** What one asker reads about their question in place of our words. */
export function OutcomeTextField({ defaultValue, error }: { defaultValue?: string; error?: string }) {
  return (
    <TextAreaField
      id="veld-outcomeText"
      name="outcomeText"
      label="Eigen tekst voor wie dit vroeg"
      hint="Komt in de mail over wat er met de vraag is gedaan, in plaats van onze tekst bij deze stand."
      rows={3}
      required={false}
      maxLength={triageLimits.outcomeText}
      defaultValue={defaultValue}
      error={error}
    />
  )
}
