import type { DataCategory, LegalBasis, Reader } from '@/lib/privacy/data-register'

export const dataCategoryCopy: Record<DataCategory, { name: string; why: string }> = {
  name: { name: 'Je naam', why: 'Zo weten de organisatoren wie er komt, en hoe ze je aanspreken.' },
  email: {
    name: 'Je e-mailadres',
    why: 'Hier sturen we de bevestiging, de link en ander nieuws over deze sessie naartoe.',
  },
  workplace: {
    name: 'Je gemeente of organisatie',
    why: 'De sessie gaat over vragen van gemeenten. Zo weten we bij welke gemeente je vraag hoort.',
  },
  role: { name: 'Je functie', why: 'Zo stemmen de sprekers de sessie af op het werk van wie er komt.' },
  answers: {
    name: 'Je antwoorden en je vraag',
    why: 'Hiermee maken we het programma. Noem geen namen van anderen: sprekers lezen je vraag, zonder jouw naam.',
  },
  contactWish: {
    name: 'Of we contact mogen opnemen',
    why: 'Een vraag is soms pas goed te begrijpen als je iets meer weet over de gemeente. Dan vragen we jou om een korte toelichting. Zeg je nee, dan nemen we je vraag zoals je hem hier opschrijft.',
  },
  phone: { name: 'Je telefoonnummer', why: 'Alleen om je te bellen over je vraag, als jij dat goed vindt.' },
  needs: {
    name: 'Wat je nodig hebt om mee te doen',
    why: 'Zo regelen de organisatoren bijvoorbeeld een schrijftolk. Dit kan iets zeggen over je gezondheid. Daarom is het niet verplicht. Vul je iets in, dan vind je het goed dat we het hiervoor gebruiken.',
  },
  registrationHistory: {
    name: 'Hoe je aanmelding verliep',
    why: 'Wanneer je je aanmeldde of afmeldde, of je een plek had, of je vraag op tijd was en of je meedeed. Daarmee tellen we hoe de sessie liep.',
  },
  formSubmission: {
    name: 'Het kenmerk van je formulier',
    why: 'Een willekeurig nummer. Zo telt een formulier dat twee keer binnenkomt maar één keer.',
  },
  notes: {
    name: 'Notities over je aanmelding en je vraag',
    why: 'Wat organisatoren elkaar moeten doorgeven, bijvoorbeeld over wat je nodig hebt.',
  },
  changes: {
    name: 'Wat je aan je aanmelding veranderde',
    why: 'Wat er eerst stond en wat er nu staat. Zo zien de organisatoren wat er anders is. Ook een ander e-mailadres dat je vroeg staat hierbij. Bevestigt niemand dat adres, dan wissen we het al binnen een dag nadat de link niet meer werkt.',
  },
  triage: {
    name: 'Wat er met je vraag gebeurt',
    why: 'Of je vraag in het programma komt en bij welk thema, en hoe we je om een toelichting vroegen.',
  },
  triageTexts: {
    name: 'Wat er bij je vraag is geschreven',
    why: 'Wat je over je vraag vertelde, hoe je vraag eerst was, en wat je er na de sessie over hoort.',
  },
  messages: {
    name: 'De mails die je van ons krijgt',
    why: 'Zo kunnen we nakijken wat je van ons hoorde en of het aankwam. Mails waarin staat wat je invulde, wissen we al eerder: tegelijk met wat je nodig hebt.',
  },
  customMessages: {
    name: 'Berichten die organisatoren aan deelnemers schrijven',
    why: 'Om je iets te vertellen dat niet in een vaste mail staat.',
  },
  auditLog: {
    name: 'Het logboek',
    why: 'Wie wat deed en wanneer. Antwoorden en teksten van mails staan er niet in. Zo is na te gaan of er goed met je gegevens wordt omgegaan.',
  },
  account: { name: 'Naam, werkadres en rol van een organisator', why: 'Om in te loggen en te weten wie wat doet.' },
  credentials: {
    name: 'Wachtwoord en inloggen in twee stappen',
    why: 'Om zeker te weten wie er inlogt. Een wachtwoord bewaren we zo dat niemand het kan teruglezen. Van Microsoft bewaren we alleen het nummer van het account.',
  },
  logins: {
    name: 'Waar een organisator is ingelogd',
    why: 'Om ingelogd te blijven, hoogstens 12 uur. Met de naam van de browser, zodat een organisator een vreemde herkent.',
  },
  actorReferences: {
    name: 'Welke organisator iets deed',
    why: 'Een nummer bij bijvoorbeeld een bericht. Is het account gewist, dan hoort er geen naam meer bij.',
  },
  pendingRegistration: {
    name: 'Een aanmelding met een adres dat al is aangemeld',
    why: 'Delen jullie een mailbox? Dan vragen we in een mail of je een andere collega bent. Tot je dat zegt, hoogstens zeven dagen, bewaren we wat je invulde.',
  },
  linkRecovery: {
    name: 'Het adres waarvoor iemand zijn link opvraagt',
    why: 'Om te kijken of er een aanmelding bij hoort, en er dan een mail naartoe te sturen. Daarna wissen we het meteen.',
  },
  rateLimits: {
    name: 'Hoe vaak er iets werd ingestuurd',
    why: 'Om misbruik tegen te gaan tellen we per internetadres en per e-mailadres. We bewaren niet het adres zelf, maar een code die niemand zonder onze sleutel kan herleiden.',
  },
  contact: {
    name: 'Naam en adres van de contactpersoon',
    why: 'Dit staat op de pagina van de kennissessie, zodat iedereen iets kan vragen.',
  },
}

/** Names and purposes of the data that a participant fills in about a colleague. */
export const colleagueDataCategoryCopy = {
  name: {
    name: 'De naam van je collega',
    why: 'Zo weten de organisatoren wie er komt, en hoe ze je collega aanspreken.',
  },
  email: {
    name: 'Het e-mailadres van je collega',
    why: 'Hier sturen we je collega de bevestiging, de link en ander nieuws over deze sessie naartoe.',
  },
  role: { name: 'De functie van je collega', why: dataCategoryCopy.role.why },
} satisfies Partial<typeof dataCategoryCopy>

export const legalBasisLabels: Record<LegalBasis, string> = {
  legitimateInterest: 'Gerechtvaardigd belang (AVG artikel 6, lid 1, onder f)',
  consent: 'Jouw toestemming (AVG artikel 6, lid 1, onder a)',
  explicitConsent: 'Jouw uitdrukkelijke toestemming (AVG artikel 6, lid 1, onder a, en artikel 9, lid 2, onder a)',
}

const readerLabels: Record<Reader, string> = {
  organisers: 'de organisatoren',
  speakers: 'de sprekers, zonder je naam',
  public: 'iedereen',
  mailProvider: 'de dienst die onze mail bezorgt',
}

const listFormat = new Intl.ListFormat('nl')

/** Returns a sentence such as "Dit zien de organisatoren en de sprekers, zonder je naam." */
export function describeReaders(readers: readonly Reader[]): string {
  if (readers.length === 0) return 'Dit ziet niemand: alleen de site gebruikt het.'
  const verb = readers.length === 1 && readers[0] === 'public' ? 'ziet' : 'zien'
  return `Dit ${verb} ${listFormat.format(readers.map((reader) => readerLabels[reader]))}.`
}
