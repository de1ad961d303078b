import { Link, Paragraph } from '@utrecht/component-library-react'

export type Contact = { contactName: string; contactEmail: string }

/** Shows a question, followed by the contact to mail: "Kom je er niet uit? Mail Voorbeeld: naam@example.nl." */
export function ContactPrompt({ question, contact }: { question: string; contact: Contact }) {
  return (
    <Paragraph>
      {question} Mail {contact.contactName}: <Link href={`mailto:${contact.contactEmail}`}>{contact.contactEmail}</Link>
      .
    </Paragraph>
  )
}
