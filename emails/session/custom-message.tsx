import { registeredReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, TemplateLayout } from '../parts/participant-mail'
import { fillPlaceholders } from '../parts/placeholders'
import { ContactSection, PageParagraph } from '../parts/sections'

/** Renders a mail that an organiser wrote to participants. */
export default function CustomMessage(mail: ParticipantMail) {
  const subject = fillPlaceholders(mail.subject, mail.values)
  return (
    <TemplateLayout mail={mail} preview={subject} heading={subject} footer={registeredReason(mail)}>
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const sample = greeting(
  'Lees je vast in voor {kennissessie}',
  'Lees je vast in? [Dit stuk](https://example.nl/stuk) gaat over gemeenten zoals {gemeente}.',
)
