import type { PublishWarning, Visibility, VisibilityRefusal } from '@/lib/sessions/details-schema'

const nothingChanged = 'Er is niets veranderd.'

export const visibilityRefusals: Record<
  Exclude<VisibilityRefusal, 'warnings-not-acknowledged'>,
  { title: string; text: string }
> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: nothingChanged },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: nothingChanged },
  'session-archived': { title: 'Deze kennissessie ligt in het archief.', text: 'Haal hem eerst terug.' },
  'session-over': {
    title: 'Deze kennissessie is geweest.',
    text: 'Hij staat nog niet op de site. Verplaats hem eerst naar een dag die nog komt.',
  },
  'has-registrations': {
    title: 'Er heeft zich net iemand aangemeld.',
    text: 'De kennissessie staat nog op de site. Gaat hij niet door? Laat hem dan vervallen: wie is aangemeld, krijgt een mail.',
  },
  'session-upcoming': {
    title: 'Deze kennissessie moet nog komen.',
    text: 'Naar het archief kan als hij is geweest, is vervallen of niet op de site staat.',
  },
}

/** What is said before publishing, and for each how to have it otherwise. */
export const publishWarningCopy: Record<PublishWarning, { title: string; text: string }> = {
  'no-agenda-question': {
    title: 'Het formulier vraagt niet wat mensen behandeld willen zien.',
    text: 'De pagina, het formulier en de mails beloven daarom niet dat een vraag aan bod komt, en de vragenronde blijft leeg. Wil je dat anders? Zet dan eerst, hieronder bij de vragen van het formulier, een vraag klaar die mensen in eigen woorden beantwoorden.',
  },
  'deadline-passed': {
    title: 'De vragentermijn is voorbij.',
    text: 'Wie zich aanmeldt, leest dat we de vraag behandelen als dat lukt. Wil je dat anders? Kies hieronder bij “Verplaatsen” een latere termijn.',
  },
  'registration-closed': {
    title: 'Aanmelden kan niet meer: dat is al gesloten.',
    text: 'Niemand kan zich aanmelden. Wil je dat anders? Kies hieronder bij “Verplaatsen” een latere termijn.',
  },
}

type Session = { publishedAt: Date | null; archivedAt: Date | null }
type VisibilityFlash = {
  title: string
  text: (questionCount: number) => string
  isCurrent: (session: Session) => boolean
}

const constantText = (text: string) => () => text
const isDraft = ({ publishedAt }: Session) => publishedAt === null
const nextStep = (questionCount: number) =>
  questionCount === 0
    ? 'Maak de vragen van het formulier, bekijk het voorbeeld en publiceer hem.'
    : 'Bekijk het voorbeeld en publiceer hem.'

/** What has just been done, and what that means; `asked` is how many questions the form has. */
export const visibilityFlashes: Record<Visibility | 'created' | 'copied' | 'saved', VisibilityFlash> = {
  created: {
    title: 'De kennissessie is gemaakt.',
    text: (questionCount) => `Hij staat nog niet op de site. ${nextStep(questionCount)}`,
    isCurrent: isDraft,
  },
  copied: {
    title: 'De kopie is gemaakt.',
    text: (questionCount) =>
      `Hij staat nog niet op de site. ${questionCount > 0 ? 'De teksten, de vragen en de mails zijn meegekomen.' : 'De teksten en de mails zijn meegekomen, vragen waren er niet.'} ${nextStep(questionCount)}`,
    isCurrent: isDraft,
  },
  saved: { title: 'Bewaard.', text: constantText('Er is geen mail over gestuurd.'), isCurrent: () => true },
  published: {
    title: 'De kennissessie staat op de site.',
    text: constantText(''),
    isCurrent: (session) => !isDraft(session),
  },
  unpublished: {
    title: 'De kennissessie staat niet meer op de site.',
    text: constantText('Publiceren kan opnieuw, zolang hij nog moet komen.'),
    isCurrent: isDraft,
  },
  archived: {
    title: 'De kennissessie ligt in het archief.',
    text: constantText('Je vindt hem bij “Archief”. Voor bezoekers verandert er niets.'),
    isCurrent: ({ archivedAt }) => archivedAt !== null,
  },
  restored: {
    title: 'De kennissessie is terug uit het archief.',
    text: constantText(''),
    isCurrent: ({ archivedAt }) => archivedAt === null,
  },
}
