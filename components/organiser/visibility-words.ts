import type { PublishWarning, Visibility, VisibilityRefusal } from '@/lib/sessions/schema-content'

const nothing = 'Er is niets veranderd.'

export const visibilityRefusals: Record<Exclude<VisibilityRefusal, 'not-warned'>, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: nothing },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: nothing },
  'session-archived': { lead: 'Deze kennissessie ligt in het archief.', text: 'Haal hem eerst terug.' },
  'session-over': {
    lead: 'Deze kennissessie is geweest.',
    text: 'Hij staat nog niet op de site. Verplaats hem eerst naar een dag die nog komt.',
  },
  'people-signed-up': {
    lead: 'Er heeft zich net iemand aangemeld.',
    text: 'De kennissessie staat nog op de site. Gaat hij niet door? Laat hem dan vervallen: wie is aangemeld, krijgt een mail.',
  },
  'still-coming': {
    lead: 'Deze kennissessie moet nog komen.',
    text: 'Naar het archief kan als hij is geweest, is vervallen of niet op de site staat.',
  },
}

/** What is said before publishing, and for each how to have it otherwise. */
export const publishWarnings: Record<PublishWarning, { lead: string; text: string }> = {
  'nothing-treated': {
    lead: 'Het formulier vraagt niet wat mensen behandeld willen zien.',
    text: 'De pagina, het formulier en de mails beloven daarom niet dat een vraag aan bod komt, en de vragenronde blijft leeg. Wil je dat anders? Zet dan eerst, hieronder bij de vragen van het formulier, een vraag klaar die mensen in eigen woorden beantwoorden.',
  },
  'deadline-passed': {
    lead: 'De vragentermijn is voorbij.',
    text: 'Wie zich aanmeldt, leest dat we de vraag behandelen als dat lukt. Wil je dat anders? Kies hieronder bij “Verplaatsen” een latere termijn.',
  },
  'registration-closed': {
    lead: 'Aanmelden kan niet meer: dat is al gesloten.',
    text: 'Niemand kan zich aanmelden. Wil je dat anders? Kies hieronder bij “Verplaatsen” een latere termijn.',
  },
}

type Session = { publishedAt: Date | null; archivedAt: Date | null }
type News = { lead: string; text: (asked: number) => string; isSo: (session: Session) => boolean }

const always = (text: string) => () => text
const isDraft = ({ publishedAt }: Session) => publishedAt === null
const next = (asked: number) =>
  asked === 0
    ? 'Maak de vragen van het formulier, bekijk het voorbeeld en publiceer hem.'
    : 'Bekijk het voorbeeld en publiceer hem.'

/** What has just been done, and what that means; `asked` is how many questions the form has. */
export const visibilityNews: Record<Visibility | 'created' | 'copied' | 'saved', News> = {
  created: {
    lead: 'De kennissessie is gemaakt.',
    text: (asked) => `Hij staat nog niet op de site. ${next(asked)}`,
    isSo: isDraft,
  },
  copied: {
    lead: 'De kopie is gemaakt.',
    text: (asked) =>
      `Hij staat nog niet op de site. ${asked > 0 ? 'De teksten, de vragen en de mails zijn meegekomen.' : 'De teksten en de mails zijn meegekomen, vragen waren er niet.'} ${next(asked)}`,
    isSo: isDraft,
  },
  saved: { lead: 'Bewaard.', text: always('Er is geen mail over gestuurd.'), isSo: () => true },
  published: { lead: 'De kennissessie staat op de site.', text: always(''), isSo: (session) => !isDraft(session) },
  unpublished: {
    lead: 'De kennissessie staat niet meer op de site.',
    text: always('Publiceren kan opnieuw, zolang hij nog moet komen.'),
    isSo: isDraft,
  },
  archived: {
    lead: 'De kennissessie ligt in het archief.',
    text: always('Je vindt hem bij “Archief”. Voor bezoekers verandert er niets.'),
    isSo: ({ archivedAt }) => archivedAt !== null,
  },
  'brought-back': {
    lead: 'De kennissessie is terug uit het archief.',
    text: always(''),
    isSo: ({ archivedAt }) => archivedAt === null,
  },
}
