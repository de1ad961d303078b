import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { InvalidButtonLink } from '@/app/(public)/_components/invalid-link'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'
import { ButtonForm } from '@/components/form/submission/button-form'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'
import { getOffer } from '@/lib/registrations/self-service/queries'
import { acceptOfferRefusal } from '@/lib/registrations/waitlist/rules'
import type { OfferRefusal } from '@/lib/registrations/waitlist/schema'
import { canRegister } from '@/lib/sessions/rules'
import styles from './_components/seat-offer.module.css'
import { answerOfferAction } from './actions'

export const metadata = personalLinkMetadata

/** Shows the offered seat, or what became of the offer. Mail scanners open the page: only a button accepts or declines. */
export default async function OfferPage({ params }: PageProps<'/plek/[token]'>) {
  const { token } = await params
  const offer = await getOffer(token)
  const now = clock.now()
  const refusal = acceptOfferRefusal(offer, now)
  if (!offer || refusal === 'unknown-link') return <InvalidButtonLink />
  const { session, offerExpiresAt } = offer
  const { title, text, tone } = offerTexts[refusal ?? 'offered']
  return (
    <Page width="reading">
      <PageBody title={title.replace(/\.$/, '')} heading={session.title} eyebrow="Jouw plek">
        <SessionDateTime session={session} />
        <Callout tone={tone} title={title}>
          {refusal === null && offerExpiresAt ? `We houden hem voor je vrij ${formatDeadline(offerExpiresAt)}.` : text}
        </Callout>
        {refusal === null ? (
          <>
            <ButtonForm action={answerOfferAction.bind(null, token)} className={styles.choice}>
              <Button type="submit" name="intent" value="take" appearance="primary-action-button">
                Ik neem de plek
              </Button>
              <Button type="submit" name="intent" value="decline" appearance="secondary-action-button">
                Ik kom niet
              </Button>
            </ButtonForm>
            <Paragraph>Kom je niet? Dan krijgt iemand anders de plek, en sta je niet meer op de wachtlijst.</Paragraph>
          </>
        ) : null}
        {refusal && offWaitlist.has(refusal) && canRegister(session, now) ? (
          <Paragraph>
            <Link href={routes.register(session.slug)}>Meld je opnieuw aan</Link>. Dat kan{' '}
            {formatDeadline(session.registrationClosesAt)}.
          </Paragraph>
        ) : null}
        <ContactPrompt question="Heb je een vraag?" contact={session} />
        <LinkParagraph href={routes.session(session.slug)}>Lees meer over deze kennissessie</LinkParagraph>
      </PageBody>
    </Page>
  )
}

const offWaitlist = new Set<OfferRefusal>(['registration-cancelled', 'declined', 'offer-expired'])

type OfferText = { title: string; text: string; tone: 'good' | 'info' | 'alarm' }

const offerTexts: Record<Exclude<OfferRefusal, 'unknown-link'> | 'offered', OfferText> = {
  offered: { title: 'Er is een plek voor je.', text: '', tone: 'info' },
  'has-seat': {
    title: 'Je hebt een plek.',
    text: 'Je bent aangemeld. Je krijgt een bevestiging per mail.',
    tone: 'good',
  },
  'not-offered': {
    title: 'Je staat op de wachtlijst.',
    text: 'Er is nu geen plek voor je vrij. Ben je aan de beurt, dan krijg je een mail.',
    tone: 'info',
  },
  declined: {
    title: 'Je hebt de plek niet genomen.',
    text: 'Fijn dat je het liet weten. Je krijgt vanzelf geen mail meer over deze kennissessie.',
    tone: 'info',
  },
  'offer-expired': {
    title: 'Deze plek is niet meer voor je vrij.',
    text: 'De tijd om te kiezen is voorbij.',
    tone: 'alarm',
  },
  'registration-cancelled': {
    title: 'Je bent afgemeld.',
    text: 'Daarom is er geen plek meer voor je vrij.',
    tone: 'alarm',
  },
  'session-cancelled': {
    title: 'Deze kennissessie gaat niet door.',
    text: 'Je hoeft niets te doen.',
    tone: 'alarm',
  },
}
