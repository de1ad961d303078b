import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Flow } from '@/components/layout/flow'
import { ItemList } from '@/components/layout/item-list'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { FieldFacts } from '@/components/privacy/field-facts'
import { keptInWords } from '@/components/privacy/kept-in-words'
import { WhoIsResponsible } from '@/components/privacy/who-is-responsible'
import { elsewhere, howTermsRun, inShort, whatStays, yourRights } from '@/components/privacy/words'
import { env, keepTerms } from '@/lib/platform/env'
import { listResponsible } from '@/lib/privacy/queries'
import { askedFields, deskFields, followingFields } from '@/lib/privacy/schema'

export const metadata: Metadata = {
  title: 'Privacy - Aanschuif',
  description: 'Wat deze site van je bewaart, waarom, hoe lang en wie het ziet, en wat je ermee kunt doen.',
}

/** Made from the table of personal fields, as the erasing is: what stands here is what happens. */
export default async function PrivacyPage() {
  const terms = keepTerms()
  return (
    <Page width="reading">
      <Flow>
        <PageTitle>Privacy</PageTitle>
        <Paragraph lead>
          We vragen alleen wat nodig is om de kennissessie goed te laten verlopen. Hier lees je wat we bewaren, waarom,
          hoe lang en wie het ziet.
        </Paragraph>
        <Heading level={2}>In het kort</Heading>
        <ItemList items={[...keptInWords(terms), inShort]} />
        <Heading level={2}>Wie is verantwoordelijk?</Heading>
        <WhoIsResponsible organisations={await listResponsible()} email={env().CONTACT_EMAIL} />
        <Heading level={2}>Wat je invult als je je aanmeldt</Heading>
        {askedFields.map((field) => (
          <FieldFacts key={field} field={field} terms={terms} />
        ))}
        <Heading level={2}>Wat er verder van je bewaard wordt</Heading>
        {followingFields.map((field) => (
          <FieldFacts key={field} field={field} terms={terms} />
        ))}
        <Heading level={2}>Vanaf wanneer tellen we?</Heading>
        <ItemList items={howTermsRun} />
        <Heading level={2}>Wat blijft er over?</Heading>
        {whatStays(terms).map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
        <Heading level={2}>Wat kun je doen?</Heading>
        <ItemList items={yourRights} />
        <Paragraph>
          Ben je het niet eens met hoe wij met je gegevens omgaan? Dan kun je een klacht indienen bij de{' '}
          <Link href="https://www.autoriteitpersoonsgegevens.nl/een-tip-of-klacht-indienen-bij-de-ap">
            Autoriteit Persoonsgegevens
          </Link>
          .
        </Paragraph>
        <Heading level={2}>Waar staan je gegevens nog meer?</Heading>
        <ItemList items={elsewhere} />
        <Heading level={2}>Ben je organisator?</Heading>
        <Paragraph>Dan bewaren we dit van jou:</Paragraph>
        {deskFields.map((field) => (
          <FieldFacts key={field} field={field} terms={terms} />
        ))}
      </Flow>
    </Page>
  )
}
