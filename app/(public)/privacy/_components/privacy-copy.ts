import { formatMonths } from '@/components/privacy/retention-copy'
import type { RetentionPeriods } from '@/lib/privacy/rules'

/** Texts of the privacy page. */
export const privacyCopy = {
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
  /** What remains of a registration after its names are erased. */
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
  /** Personal data elsewhere than in the database. */
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
