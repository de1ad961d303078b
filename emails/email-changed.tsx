import * as emailChangeConfirm from './email-change-confirm'
import { ContactSection, Paragraph, SmallPrint, Title } from './parts/blocks'
import { Layout } from './parts/layout'

export type EmailChangedMail = Pick<
  emailChangeConfirm.EmailChangeConfirmMail,
  'kennissessie' | 'organisator' | 'contact'
>

export const subject = 'Het e-mailadres van je aanmelding is gewijzigd'

/** To the old address, once the new one was confirmed: whoever did that without its owner is found out. Brings no link. */
export default function EmailChanged({ kennissessie, organisator, contact }: EmailChangedMail) {
  return (
    <Layout
      title={subject}
      preview="Was jij dit niet? Laat het ons weten."
      footer={
        <SmallPrint>
          Je krijgt deze mail van {organisator}, omdat je met dit adres was aangemeld voor deze kennissessie.
        </SmallPrint>
      }
    >
      <Title>Je e-mailadres is gewijzigd</Title>
      <Paragraph>
        Je was met dit adres aangemeld voor de kennissessie {kennissessie}. Dat is veranderd in een ander adres, en dat
        is bevestigd.
      </Paragraph>
      <Paragraph>
        Op dit adres krijg je geen mail meer over deze kennissessie. De links in de mails die je hier kreeg, werken niet
        meer. In de mail op je nieuwe adres staan nieuwe links.
      </Paragraph>
      <ContactSection question="Was jij dit niet?" contact={contact} />
    </Layout>
  )
}

export const sample: EmailChangedMail = emailChangeConfirm.sample
