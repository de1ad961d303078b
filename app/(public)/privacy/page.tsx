import { Heading, Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { dataCategoryCopy, describeReaders, legalBasisLabels } from '@/components/privacy/data-category-copy'
import { describeRetention, describeRetentionByCategory } from '@/components/privacy/retention-copy'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { ItemList } from '@/components/ui/text/item-list'
import { env, retentionPeriods } from '@/lib/platform/env'
import { type DataCategory, dataCategories, dataRegister } from '@/lib/privacy/data-register'
import { listDataControllers } from '@/lib/privacy/queries'
import type { RetentionPeriods } from '@/lib/privacy/rules'
import styles from './_components/data-category-section.module.css'
import { privacyCopy } from './_components/privacy-copy'

export const metadata: Metadata = {
  title: 'Privacy - Aanschuif',
  description: 'Wat deze site van je bewaart, waarom, hoe lang en wie het ziet, en wat je ermee kunt doen.',
}

/** Privacy statement, derived from the data register. */
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
        <ItemList items={[...describeRetentionByCategory(periods), privacyCopy.summary]} />
        <Heading level={2}>Wie is verantwoordelijk?</Heading>
        <DataControllers />
        <Heading level={2}>Wat je invult als je je aanmeldt</Heading>
        <DataCategorySections categories={dataCategories.form} periods={periods} />
        <Heading level={2}>Wat er verder van je bewaard wordt</Heading>
        <DataCategorySections categories={dataCategories.derived} periods={periods} />
        <Heading level={2}>Vanaf wanneer tellen we?</Heading>
        <ItemList items={privacyCopy.retentionRules} />
        <Heading level={2}>Wat blijft er over?</Heading>
        {privacyCopy.remainingData(periods).map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
        <Heading level={2}>Wat kun je doen?</Heading>
        <ItemList items={privacyCopy.dataSubjectRights} />
        <Paragraph>
          Ben je het niet eens met hoe wij met je gegevens omgaan? Dan kun je een klacht indienen bij de{' '}
          <Link href="https://www.autoriteitpersoonsgegevens.nl/een-tip-of-klacht-indienen-bij-de-ap">
            Autoriteit Persoonsgegevens
          </Link>
          .
        </Paragraph>
        <Heading level={2}>Waar staan je gegevens nog meer?</Heading>
        <ItemList items={privacyCopy.dataOutsideDatabase} />
        <Heading level={2}>Ben je organisator?</Heading>
        <Paragraph>Dan bewaren we dit van jou:</Paragraph>
        <DataCategorySections categories={dataCategories.organiser} periods={periods} />
      </Flow>
    </Page>
  )
}

/** The data controllers. Each organisation is responsible for the sessions that it organises. */
async function DataControllers() {
  const controllers = await listDataControllers()
  const siteContactEmail = env().CONTACT_EMAIL
  return (
    <>
      <Paragraph>
        De organisatie die een kennissessie organiseert, is verantwoordelijk voor de gegevens van wie zich daarvoor
        aanmeldt. Heb je een vraag of wil je iets laten wissen? Mail dan de contactpersoon.
      </Paragraph>
      {controllers.length > 0 ? (
        <UnorderedList role={undefined}>
          {controllers.map(({ organisedBy, contactName, contactEmail }) => (
            <UnorderedListItem key={`${organisedBy} ${contactEmail}`}>
              {organisedBy}: {contactName}, <Link href={`mailto:${contactEmail}`}>{contactEmail}</Link>
            </UnorderedListItem>
          ))}
        </UnorderedList>
      ) : null}
      {siteContactEmail ? (
        <Paragraph>
          Gaat je vraag over de hele site? Mail dan naar{' '}
          <Link href={`mailto:${siteContactEmail}`}>{siteContactEmail}</Link>.
        </Paragraph>
      ) : null}
    </>
  )
}

type SectionsProps = { categories: DataCategory[]; periods: RetentionPeriods }

/** Purpose, retention, readers and legal basis of each category of personal data. */
function DataCategorySections({ categories, periods }: SectionsProps) {
  return categories.map((category) => {
    const { legalBasis, readers, retention } = dataRegister[category]
    return (
      <section key={category} className={styles.field}>
        <Heading level={3}>{dataCategoryCopy[category].name}</Heading>
        <Paragraph>{dataCategoryCopy[category].why}</Paragraph>
        <Paragraph className={styles.facts}>
          {describeRetention(retention, periods)} {describeReaders(readers)} Waarom mag het?{' '}
          {legalBasisLabels[legalBasis]}.
        </Paragraph>
      </section>
    )
  })
}
