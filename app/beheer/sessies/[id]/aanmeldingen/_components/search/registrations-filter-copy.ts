import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { activeFilters } from '@/lib/registrations/rules'
import type { RegistrationSearch, SearchFilter } from '@/lib/registrations/schema'

export const filterLabels: Record<SearchFilter, string> = {
  text: 'Zoekwoorden',
  place: 'Gemeente',
  province: 'Provincie',
  question: 'Vraag',
  contact: 'Contact over de vraag',
  tookPart: 'Meegedaan',
  state: 'Stand',
}

/** What can be chosen. The gemeenten come from who signed up. */
export const filterChoices = {
  place: [{ value: 'other', label: 'Andere organisatie' }],
  question: [
    { value: 'in-time', label: 'Op tijd' },
    { value: 'later', label: 'Later' },
  ],
  contact: Object.entries(contactWishLabels).map(([value, label]) => ({ value, label })),
  tookPart: [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nee' },
  ],
  state: [
    { value: 'signed-up', label: 'Aangemeld' },
    { value: 'offered', label: 'Plek aangeboden' },
    { value: 'waitlisted', label: 'Op de wachtlijst' },
    { value: 'cancelled', label: 'Afgemeld' },
    { value: 'all', label: 'Iedereen' },
  ],
} as const

type Option = { value: string; label: string }

/** Each filter that holds, as "Gemeente: Utrecht". */
export function activeFilterLabels(
  search: RegistrationSearch,
  places: Option[],
): { filter: SearchFilter; label: string }[] {
  const choices: Partial<Record<SearchFilter, readonly Option[]>> = {
    ...filterChoices,
    place: [...places, ...filterChoices.place],
  }
  return activeFilters(search).map((filter) => {
    const chosenLabel = choices[filter]?.find(({ value }) => value === search[filter])?.label ?? search[filter]
    return { filter, label: `${filterLabels[filter]}: ${chosenLabel}` }
  })
}
