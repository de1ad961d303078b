'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { LinkRecoveryForm, type LinkRecoveryProps } from '@/app/(public)/_components/link-recovery-form'
import { Flow } from '@/components/ui/page/flow'
import styles from './join-button-form.module.css'

type Props = LinkRecoveryProps & { session: { id: string; title: string } }

/** Shows the form with which a participant requests a mail with the button to join this session. */
export const JoinButtonForm = ({ session, ...form }: Props) => (
  <section aria-labelledby="mijn-knop" className={styles.box}>
    <LinkRecoveryForm
      {...form}
      documentTitle={`${session.title} - Aanschuif`}
      wanted="knop"
      buttonLabel="Mail mij mijn knop om mee te doen"
      sessionId={session.id}
      intro={
        <>
          {heading}
          <Paragraph>Vul het e-mailadres in waarmee je je hebt aangemeld. Dan mailen we je knop meteen.</Paragraph>
        </>
      }
      renderRequested={(message) => (
        <Flow>
          <title>{`Kijk in je mail - ${session.title} - Aanschuif`}</title>
          {heading}
          {message}
          <Paragraph>
            Komt er binnen vijf minuten niets? Kijk bij ongewenste mail, of mail het contact op deze pagina.
          </Paragraph>
        </Flow>
      )}
    />
  </section>
)

const heading = (
  <Heading level={2} id="mijn-knop" className={styles.heading}>
    Ben je aangemeld?
  </Heading>
)
