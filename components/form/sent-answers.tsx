import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/layout/description-list'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import type { FormQuestion, RegistrationValues, SignUpRefusal } from '@/lib/registrations/schema'
import { Refused } from './refused'
import { contactWishLabels, refusalMessages } from './registration-words'

type Props = {
  reason: SignUpRefusal
  /** Another value for each time the form was sent. */
  sending: unknown
  values: RegistrationValues
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  contact: ReactNode
}

/** For somebody whose form came too late: why it was not taken, whom to ask, and all that was typed to read and keep. */
export function SentAnswers({ reason, sending, values, questions, municipalities, contact }: Props) {
  const { title, text } = refusalMessages[reason]
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
      <title>{`${title} - Aanschuif`}</title>
      <PageTitle size="calm">{title}</PageTitle>
      <Refused lead="Je aanmelding is niet gelukt." sending={sending}>
        {text}
      </Refused>
      <DescriptionList items={items.filter(({ detail }) => detail)} />
      {contact}
      <Paragraph>
        <Link href={routes.home()}>Bekijk alle kennissessies</Link>
      </Paragraph>
    </Flow>
  )
}
