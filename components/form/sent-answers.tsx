import { DescriptionList } from '@/components/layout/description-list'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import { Note } from './note'
import { contactWishLabels, refusalMessages } from './registration-words'

type Props = { values: RegistrationValues; questions: FormQuestion[]; municipalities: MunicipalityOption[] }

/** For somebody whose form came too late: that signing up has closed, with all that was typed to read and keep. */
export function SentAnswers({ values, questions, municipalities }: Props) {
  const { title, text } = refusalMessages['registration-closed']
  const wish = contactWishLabels[values.contactWish as keyof typeof contactWishLabels] ?? ''
  const municipality = municipalities.find(({ value }) => value === values.municipality)?.label ?? values.organisation
  const items = [
    { term: 'Naam', detail: values.name },
    { term: 'E-mailadres', detail: values.email },
    { term: 'Gemeente of organisatie', detail: municipality },
    { term: 'Functie', detail: values.role },
    ...questions.map(({ id, label }) => ({ term: label, detail: values.answers[id] ?? '' })),
    {
      term: 'Mogen wij contact met je opnemen over je vraag?',
      detail: [wish, values.phone].filter(Boolean).join(', '),
    },
    { term: 'Wat heb je nodig om goed mee te doen?', detail: values.needs },
  ]
  return (
    <Flow>
      <title>{title}</title>
      <PageTitle size="calm">{title}</PageTitle>
      <Note tone="info" role="status">
        {text}
      </Note>
      <DescriptionList items={items.filter(({ detail }) => detail)} />
    </Flow>
  )
}
