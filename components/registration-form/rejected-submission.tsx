import type { ReactNode } from 'react'
import { FormError } from '@/components/form/form-error'
import { PageBody } from '@/components/ui/page/page-body'
import { DescriptionList } from '@/components/ui/text/description-list'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import type { FormQuestion, RegistrationFormRefusal, RegistrationValues } from '@/lib/registrations/schema'
import { contactWishText, refusalMessages, workplaceText } from './registration-copy'

type Props = {
  reason: RegistrationFormRefusal
  /** Changes with each submission. */
  submission: unknown
  values: RegistrationValues
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  contact: ReactNode
}

/** Replaces the form after a final refusal: the reason, whom to contact, and all submitted text to keep. */
export function RejectedSubmission({ reason, submission, values, questions, municipalities, contact }: Props) {
  const { title, text } = refusalMessages[reason]
  const items = [
    { term: 'Naam', detail: values.name },
    { term: 'E-mailadres', detail: values.email },
    { term: 'Gemeente of organisatie', detail: workplaceText(values, municipalities) },
    { term: 'Functie', detail: values.role },
    ...questions.map(({ id, label }) => ({ term: label, detail: values.answers[id] ?? '' })),
    { term: 'Mogen wij contact met je opnemen over je vraag?', detail: contactWishText(values) },
    { term: 'Wat heb je nodig om goed mee te doen?', detail: values.needs },
  ]
  return (
    <PageBody title={title}>
      <FormError title="Je aanmelding is niet gelukt." submission={submission}>
        {text}
      </FormError>
      <DescriptionList items={items.filter(({ detail }) => detail)} />
      {contact}
      <LinkParagraph href={routes.home()}>Bekijk alle kennissessies</LinkParagraph>
    </PageBody>
  )
}
