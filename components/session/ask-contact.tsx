import { Link, Paragraph } from '@utrecht/component-library-react'

export type Contact = { contactName: string; contactEmail: string }

/** Whom to ask: "Kom je er niet uit? Mail Voorbeeld: naam@example.nl." */
export function AskContact({ question, of }: { question: string; of: Contact }) {
  return (
    <Paragraph>
      {question} Mail {of.contactName}: <Link href={`mailto:${of.contactEmail}`}>{of.contactEmail}</Link>.
    </Paragraph>
  )
}
