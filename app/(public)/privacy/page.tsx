import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { describeRetentionByCategory } from '@/components/privacy/retention-copy'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { ItemList } from '@/components/ui/text/item-list'
import { env, retentionPeriods } from '@/lib/platform/env'
import { derivedDataCategories, formDataCategories, organiserDataCategories } from '@/lib/privacy/data-register'
import { listDataControllers } from '@/lib/privacy/queries'
import { DataCategorySection } from './_components/data-category-section'
import { DataControllers } from './_components/data-controllers'
import {
  dataOutsideDatabase,
  dataSubjectRights,
  privacySummary,
  remainingData,
  retentionRules,
} from './_components/privacy-copy'

export const metadata: Metadata = {
  title: 'Privacy - Aanschuif',
  description: 'Wat deze site van je bewaart, waarom, hoe lang en wie het ziet, en wat je ermee kunt doen.',
}

/** Derived from the data register, which erasure uses as well. */
export default async function PrivacyPage() {
  const periods = retentionPeriods()
  return (
    <Page width="reading">
      <Flow>
        <PageTitle>Privacy</PageTitle>
        <Paragraph lead>
          We vragen alleen wat nodig is om de kennissessie goed te laten verlopen. Hier lees je wat we bewaren, waarom,
          hoe lang en wie het ziet.
        </Paragraph>
        <Heading level={2}>In het kort</Heading>
        <ItemList items={[...describeRetentionByCategory(periods), privacySummary]} />
        <Heading level={2}>Wie is verantwoordelijk?</Heading>
        <DataControllers organisations={await listDataControllers()} siteContactEmail={env().CONTACT_EMAIL} />
        <Heading level={2}>Wat je invult als je je aanmeldt</Heading>
        {formDataCategories.map((category) => (
          <DataCategorySection key={category} category={category} periods={periods} />
        ))}
        <Heading level={2}>Wat er verder van je bewaard wordt</Heading>
        {derivedDataCategories.map((category) => (
          <DataCategorySection key={category} category={category} periods={periods} />
        ))}
        <Heading level={2}>Vanaf wanneer tellen we?</Heading>
        <ItemList items={retentionRules} />
        <Heading level={2}>Wat blijft er over?</Heading>
        {remainingData(periods).map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
        <Heading level={2}>Wat kun je doen?</Heading>
        <ItemList items={dataSubjectRights} />
        <Paragraph>
          Ben je het niet eens met hoe wij met je gegevens omgaan? Dan kun je een klacht indienen bij de{' '}
          <Link href="https://www.autoriteitpersoonsgegevens.nl/een-tip-of-klacht-indienen-bij-de-ap">
            Autoriteit Persoonsgegevens
          </Link>
          .
        </Paragraph>
        <Heading level={2}>Waar staan je gegevens nog meer?</Heading>
        <ItemList items={dataOutsideDatabase} />
        <Heading level={2}>Ben je organisator?</Heading>
        <Paragraph>Dan bewaren we dit van jou:</Paragraph>
        {organiserDataCategories.map((category) => (
          <DataCategorySection key={category} category={category} periods={periods} />
        ))}
      </Flow>
    </Page>
  )
}
