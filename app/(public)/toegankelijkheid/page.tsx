import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { ItemList } from '@/components/ui/text/item-list'
import { env } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { longDate } from '@/lib/platform/time'

export const metadata: Metadata = {
  title: 'Toegankelijkheid - Aanschuif',
  description: 'Hoe toegankelijk deze site is, wat daarvan getest is en wat niet, en wie je mailt als iets niet werkt.',
}

const automatedChecks = [
  'Het programma axe kijkt pagina’s na op de regels van WCAG 2.2, niveau A en AA. Ook als er een foutmelding op staat.',
  'De HTML van pagina’s wordt nagekeken op fouten die voorleeshulp kunnen hinderen.',
  'Iemand meldt zich aan met alleen het toetsenbord, van de eerste tot de laatste pagina.',
  'Alles wat je als deelnemer doet, gaat ook als JavaScript uitstaat.',
  'Op een scherm van 320 pixels breed hoef je niet opzij te schuiven. Dat is zo breed als een pagina die 4 keer is vergroot.',
  'Kleuren, de grootte van knoppen en opzij schuiven zijn ook in donkere kleuren nagekeken.',
]

const manualChecks = [
  'Of pagina’s goed te lezen zijn op een smal en op een breed scherm, in lichte en in donkere kleuren.',
  'Of inloggen en het werk van organisatoren ook gaan als JavaScript uitstaat. Ook dat deed de computer, maar niet bij elke verandering.',
  'Of de eerste pagina, een kennissessie en het formulier goed te zien zijn in de hoog-contrastkleuren van het apparaat.',
]

const notTested = [
  'Met mensen die zelf een schermlezer, brailleregel, vergroting of spraakbediening gebruiken.',
  'Met een echte schermlezer, zoals NVDA, JAWS, VoiceOver of TalkBack.',
  'In andere browsers dan Chromium, de basis van Chrome en Edge.',
  'Door iemand die niet bij de makers hoort. Er is geen onafhankelijk onderzoek gedaan.',
]

const knownLimits = [
  'De online bijeenkomst zelf is in een programma van een ander. Hoe toegankelijk dat is, weten wij niet.',
  'Organisatoren schrijven zelf teksten voor pagina’s en mails. Niet elke tekst is nagekeken.',
  'Brede tabellen van organisatoren schuif je op een smal scherm wel opzij, in hun eigen kader.',
]

/** Shows the accessibility statement. Keep it equal to what the tests check and what was tested by hand. */
export default function AccessibilityPage() {
  const email = env().CONTACT_EMAIL
  return (
    <Page width="reading">
      <Flow>
        <PageTitle>Toegankelijkheid</PageTitle>
        <Paragraph lead>
          Iedereen moet zich kunnen aanmelden en mee kunnen doen. Hier lees je wat we daarvoor doen, wat we hebben
          getest en wat nog niet.
        </Paragraph>
        <Heading level={2}>Hoe toegankelijk is deze site?</Heading>
        <Paragraph>
          We maken de site volgens WCAG 2.2, niveau A en AA. Dat zijn internationale regels voor websites. In wat we
          testen kennen we geen fouten tegen die regels. Of de site aan alle regels voldoet, weten we niet: een deel
          daarvan kunnen alleen mensen beoordelen, en dat is nog niet gebeurd.
        </Paragraph>
        <Heading level={2}>Wat is er getest?</Heading>
        <Paragraph>De computer test dit, bij elke verandering aan de site:</Paragraph>
        <ItemList items={automatedChecks} />
        <Paragraph>De makers keken zelf na:</Paragraph>
        <ItemList items={manualChecks} />
        <Heading level={2}>Wat is niet getest?</Heading>
        <ItemList items={notTested} />
        <Heading level={2}>Wat werkt nog niet goed, of weten we niet?</Heading>
        <ItemList items={knownLimits} />
        <Heading level={2}>Werkt iets niet voor jou?</Heading>
        <Paragraph>
          {email ? (
            <>
              Mail dan naar <Link href={`mailto:${email}`}>{email}</Link>.
            </>
          ) : (
            <>
              Mail dan het contact van de kennissessie waar het om gaat. Dat staat op de pagina van{' '}
              <Link href={routes.home()}>elke kennissessie</Link>.
            </>
          )}{' '}
          Schrijf erbij om welke pagina het gaat, wat je wilde doen en welk hulpmiddel je gebruikt. Lukt het niet om je
          aan te melden? Schrijf dat er dan ook bij.
        </Paragraph>
        <Paragraph>
          Heb je tijdens de kennissessie iets nodig, zoals een schrijftolk of ondertiteling? Dat vul je in op het
          formulier.
        </Paragraph>
        <Heading level={2}>Over deze verklaring</Heading>
        <Paragraph>
          De makers van de site hebben deze verklaring zelf geschreven, op {longDate(writtenAt)}. Niemand van buiten
          heeft haar nagekeken.
        </Paragraph>
      </Flow>
    </Page>
  )
}

const writtenAt = new Date('2026-11-29T12:00:00Z')
