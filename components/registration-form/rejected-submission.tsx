import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { FormError } from '@/components/form/form-error'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import type { FormQuestion, RegistrationFormRefusal, RegistrationValues } from '@/lib/registrations/schema'
import { contactWishLabels, refusalMessages } from './registration-copy'

type Props = {
  reason: RegistrationFormRefusal
  /** Another value for each time the form was sent. */
  submission: unknown
  values: RegistrationValues
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  contact: ReactNode
}

/** For somebody whose form came too late: why it was not taken, whom to ask, and all that was typed to read and keep. */
export function RejectedSubmission({ reason, submission, values, questions, municipalities, contact }: Props) {
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
      <FormError title="Je aanmelding is niet gelukt." submission={submission}>
        {text}
      </FormError>
      <DescriptionList items={items.filter(({ detail }) => detail)} />
      {contact}
      <Paragraph>
        <Link href={routes.home()}>Bekijk alle kennissessies</Link>
      </Paragraph>
    </Flow>
  )
}
