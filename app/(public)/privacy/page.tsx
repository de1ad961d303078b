import { Heading, Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { dataCategoryCopy, describeReaders, legalBasisLabels } from '@/components/privacy/data-category-copy'
import { describeRetention, describeRetentionByCategory, formatMonths } from '@/components/privacy/retention-copy'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { ItemList } from '@/components/ui/text/item-list'
import { env, retentionPeriods } from '@/lib/platform/env'
import { type DataCategory, dataCategories, dataRegister } from '@/lib/privacy/data-register'
import { listDataControllers } from '@/lib/privacy/queries'
import type { RetentionPeriods } from '@/lib/privacy/rules'
import styles from './_components/data-category-section.module.css'

export const metadata: Metadata = {
  title: 'Privacy - Aanschuif',
  description: 'Wat deze site van je bewaart, waarom, hoe lang en wie het ziet, en wat je ermee kunt doen.',
}

/** Shows the privacy statement. The list of stored data and their retention come from the data register. */
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

/** Shows the contact of each organisation, which is the data controller of the sessions that it organises. */
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

/** Shows the purpose, retention, readers and legal basis of each category of personal data. */
function DataCategorySections({ categories, periods }: { categories: DataCategory[]; periods: RetentionPeriods }) {
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

const privacyCopy = {
  summary:
    'Je kunt zelf zien wat we van je bewaren, het meenemen en het wissen, met de link onderaan elke mail. Sprekers lezen je vraag zonder je naam, en een dienst bezorgt onze mail. Verder geven we niets door, en we volgen niemand.',
  retentionRules: [
    'Gewoon: vanaf het einde van de sessie.',
    'Gaat de sessie niet door? Dan vanaf de dag dat dat is besloten.',
    'Meld je je af? Dan vanaf de dag dat je je afmeldde.',
    'Stond je alleen op de wachtlijst? Dan geldt hetzelfde als voor wie een plek had.',
    'Wordt de sessie verplaatst? Dan telt de nieuwe datum. Wat al gewist is, komt niet terug.',
    'We kijken elk uur wat er weg moet. Is er net nog een mail aan je onderweg, dan wissen we je naam een uur later.',
  ],
  /** Texts about what remains of a registration after the names in it are erased. */
  remainingData: ({ namesMonths }: RetentionPeriods) => [
    `Wat organisatoren schreven in een notitie, in een toelichting bij een vraag of in een bericht aan deelnemers, wissen we helemaal. Dat doen we uiterlijk ${formatMonths(namesMonths)} na de sessie.`,
    `Na ${formatMonths(namesMonths)} staat er alleen nog dat iemand van jouw gemeente of organisatie was aangemeld, met de antwoorden zonder jouw naam. Zo weten we later nog wat gemeenten vroegen.`,
    'Helemaal zeker is dat niet. Wie jouw gemeente goed kent, kan soms raden van wie een antwoord is. Een naam die anders is geschreven dan je hem invulde, herkennen we niet. En in teksten over de sessie zelf, zoals de agenda, kijken we niet: daar horen geen namen van deelnemers in. Wil je dat niet? Laat dan alles wissen.',
  ],
  dataSubjectRights: [
    'Onderaan elke mail over de kennissessie staat de link naar jouw aanmelding. Daar zie je wat we van je bewaren, kun je het meenemen, veranderen, en alles wissen. Dat werkt meteen.',
    'Doe je dat liever niet zelf? Dan kan de contactpersoon het ook voor je doen.',
    'Vond je iets goed, zoals dat we je bellen? Dan kun je dat altijd intrekken.',
    'Je kunt bezwaar maken als je vindt dat we iets niet mogen gebruiken.',
    'Mail daarvoor de contactpersoon van de kennissessie. Je krijgt binnen een maand antwoord. Je mag ook vragen om de notities die organisatoren over je maakten.',
    'De site neemt geen beslissingen over je die gevolgen voor je hebben. We verkopen je gegevens niet. Wie ze ziet, staat op deze pagina bij elk gegeven.',
  ],
  /** Texts about personal data that is not in the database. */
  dataOutsideDatabase: [
    'Cookies: er is één cookie na het aanmelden. Daarin staat je e-mailadres, zodat de pagina je kan vertellen waar de bevestiging heen gaat. Die verdwijnt na 15 minuten. Organisatoren krijgen een cookie om ingelogd te blijven, en een waaraan de site hun browser een half jaar herkent. We volgen niemand, en er zijn geen cookies van anderen.',
    'Logs: de site schrijft op wat er technisch gebeurt. Daarin staan geen namen, adressen of antwoorden, en ook niet je internetadres.',
    'Mails: die staan ook in jouw mailbox, of in die van wie jouw naam erin las, en een tijdje bij de dienst die onze mail bezorgt. Wordt er geen mail verstuurd maar als bestand bewaard, bijvoorbeeld op een proefsite, dan wissen we die bestanden tegelijk met de mail zelf.',
    'Bestanden: organisatoren kunnen een lijst van aanmeldingen downloaden. Dat staat in het logboek. Wat er dan op hun computer staat, wissen zij zelf.',
    'Reservekopieën: wie de site beheert, maakt die zelf en bepaalt hoe lang ze blijven. Wordt er een teruggezet, dan wist de site binnen een uur opnieuw wat weg moet.',
    'De sessie zelf is in een programma van een ander, zoals Teams. Wat daar wordt bewaard, zie je bij dat programma.',
    'Pagina’s: deze pagina en die van een kennissessie bewaren we even in het geheugen. Er staat niets van deelnemers op.',
  ],
}
