const query = (values: Record<string, string>) => `?${new URLSearchParams(values)}`

/** What somebody can have changed of a kennissessie a moment ago. */
export const editsDone = [
  'moved',
  'deadlines',
  'places',
  'cancelled',
  'created',
  'copied',
  'saved',
  'published',
  'unpublished',
  'archived',
  'brought-back',
] as const
export type EditDone = (typeof editsDone)[number]
/** What somebody can have done with a sign-up a moment ago. */
export type RegistrationDone = 'added' | 'changed'
/** What somebody can have done with their own sign-up a moment ago. */
export type OwnDone = 'changed' | 'unchanged' | 'cancelled' | 'address'
export type AddressDone = 'asked' | 'withdrawn'

export type PeopleDone = 'invited' | 'withdrawn'
export type PersonDone = 'role' | 'ended' | 'restored' | 'invited' | 'two-step-reset'
export type AccountDone = 'name' | 'password' | 'two-step-off'

type TrailAsked = { page?: number; by?: string; deed?: string; session?: string; from?: string; to?: string }
type MessagesAsked = { page?: number; show?: string; kind?: string; search?: string }

type QuestionsAsked = { state?: string | null; theme?: string | null; owner?: string | null; inTime?: string | null }
type QuestionsPlace = QuestionsAsked & {
  page?: number
  /** Something was kept a moment ago, so that the page can say so; the question itself is then what is read first. */
  kept?: boolean
}

function questionsQuery({ state, theme, owner, inTime, page = 1, kept }: QuestionsPlace): string {
  const asked = {
    ...(state && { stand: state }),
    ...(theme && { thema: theme }),
    ...(owner && { wie: owner }),
    ...(inTime && { tijd: inTime }),
    ...(page > 1 && { pagina: String(page) }),
    ...(kept && { bewaard: 'ja' }),
  }
  return Object.keys(asked).length > 0 ? query(asked) : ''
}

/** Every path of the site, with what stands behind its question mark. No other file spells one. */
export const routes = {
  home: () => '/',
  session: (slug: string) => `/sessies/${slug}`,
  signUp: (slug: string) => `/sessies/${slug}/aanmelden`,
  signedUp: (slug: string) => `/sessies/${slug}/aangemeld`,
  /** A participant's own: the token comes from platform/personal-token.ts. */
  takePart: (token: string) => `/deelnemen/${token}`,
  /** The page on which somebody who waits takes the place that is kept for them. */
  takePlace: (token: string) => `/plek/${token}`,
  /** The page of somebody's own sign-up, without an account; the pages below it each do one thing. `done`: a moment ago. */
  ownSignUp: (token: string, done?: OwnDone) => `/aanmelding/${token}${done ? query({ gelukt: done }) : ''}`,
  ownCancel: (token: string) => `/aanmelding/${token}/afmelden`,
  ownChange: (token: string) => `/aanmelding/${token}/wijzigen`,
  /** `done`: what has just been done there. */
  ownAddress: (token: string, done?: AddressDone) => `/aanmelding/${token}/adres${done ? query({ gelukt: done }) : ''}`,
  /** In the mail to the new address; the token is one of its own. */
  confirmAddress: (token: string) => `/aanmelding/nieuw-adres/${token}`,
  ownHandOver: (token: string) => `/aanmelding/${token}/doorgeven`,
  ownData: (token: string) => `/aanmelding/${token}/gegevens`,
  ownDataFile: (token: string) => `/aanmelding/${token}/gegevens/bestand`,
  ownErase: (token: string) => `/aanmelding/${token}/wissen`,
  /** Tells who has just erased everything that it is done. */
  ownErased: () => '/aanmelding/gewist',
  /** For who cannot find the mail with their link. */
  lostLink: () => '/aanmelding/link-kwijt',
  /** After handing a place over: the link to the sign-up is dead by then. */
  handedOver: () => '/aanmelding/doorgegeven',
  status: () => '/status',
  /** No page stands here: Next answers with the finished `app/not-found.tsx`. */
  nowhere: () => '/niet-gevonden',
  /** `after`: the page to go on to. */
  login: (after?: string) => `/beheer/inloggen${after ? query({ naar: after }) : ''}`,
  /** Where to log in after choosing a new password. */
  passwordChosen: () => `/beheer/inloggen${query({ wachtwoord: 'gekozen' })}`,
  /** For who took too long to give a code. */
  loginAgain: () => `/beheer/inloggen${query({ opnieuw: 'ja' })}`,
  loggedOut: () => `/beheer/inloggen${query({ uitgelogd: 'ja' })}`,
  firstOrganiser: () => '/beheer/eerste-organisator',
  firstOrganiserLink: (token: string) => `/beheer/eerste-organisator${query({ sleutel: token })}`,
  /** `after` as for `login`. */
  loginCode: (after?: string) => `/beheer/inloggen/code${after ? query({ naar: after }) : ''}`,
  /** Where Microsoft sends people back to. */
  microsoftReturn: () => '/beheer/inloggen/microsoft',
  microsoftRefused: () => `/beheer/inloggen${query({ microsoft: 'nee' })}`,
  desk: () => '/beheer',
  archive: () => '/beheer/archief',
  newSession: () => '/beheer/sessies/nieuw',
  copySession: (sessionId: string) => `/beheer/sessies/${sessionId}/kopieren`,
  /** `asked`: which sign-ups, as `addressOf` of registrations writes it. */
  registrations: (sessionId: string, asked: Record<string, string> = {}) =>
    `/beheer/sessies/${sessionId}/aanmeldingen${Object.keys(asked).length > 0 ? query(asked) : ''}`,
  /** `show`: only those with this state; `kind`: only this mail; `search`: to whom, part of a name or address. */
  messages: (sessionId: string, { page = 1, show, kind, search }: MessagesAsked = {}) => {
    const asked = {
      ...(show && { stand: show }),
      ...(kind && { soort: kind }),
      ...(search && { zoek: search }),
      ...(page > 1 && { pagina: String(page) }),
    }
    return `/beheer/sessies/${sessionId}/berichten${Object.keys(asked).length > 0 ? query(asked) : ''}`
  },
  mailPlan: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/instellen`,
  writeLetter: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/schrijven`,
  /** `sent`: a moment ago. */
  letter: (sessionId: string, id: string, { sent = false } = {}) =>
    `/beheer/sessies/${sessionId}/berichten/eigen/${id}${sent ? query({ gelukt: 'ja' }) : ''}`,
  mailTexts: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/teksten`,
  mailText: (sessionId: string, kind: string) => `/beheer/sessies/${sessionId}/berichten/teksten/${kind}`,
  message: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/berichten/${id}`,
  /** Which of the questions, and which page of them. */
  questions: (sessionId: string, asked: QuestionsPlace = {}) =>
    `/beheer/sessies/${sessionId}/vragen${questionsQuery(asked)}`,
  /** `id` is that of the answer; `asked` says which list it is one of. */
  question: (sessionId: string, id: string, asked: QuestionsPlace = {}) =>
    `/beheer/sessies/${sessionId}/vragen/${id}${questionsQuery(asked)}${asked.kept ? '#vraag' : ''}`,
  clarification: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/vragen/${id}/toelichting`,
  themes: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/themas`,
  /** For the speakers; `places`: whether it names the gemeenten. */
  brief: (sessionId: string, { places = true } = {}) =>
    `/beheer/sessies/${sessionId}/vragen/overzicht${places ? '' : query({ gemeenten: 'nee' })}`,
  /** The same as a file. */
  briefFile: (sessionId: string, { places = true } = {}) =>
    `/beheer/sessies/${sessionId}/vragen/overzicht/bestand${places ? '' : query({ gemeenten: 'nee' })}`,
  outcomes: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/terugkoppeling`,
  closeRound: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/sluiten`,
  /** `done`: the number of a release that was made a moment ago. */
  release: (sessionId: string, done?: number) =>
    `/beheer/sessies/${sessionId}/vrijgeven${done ? query({ gelukt: String(done) }) : ''}`,
  /** `done`: what has just changed, so that the page can say so. */
  editSession: (sessionId: string, done?: EditDone) =>
    `/beheer/sessies/${sessionId}/bewerken${done ? query({ gelukt: done }) : ''}`,
  editTexts: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/teksten`,
  formQuestions: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen`,
  newFormQuestion: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/nieuw`,
  formQuestion: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/${id}`,
  preview: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld`,
  previewForm: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld/aanmelden`,
  moveSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/verplaatsen`,
  places: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/plaatsen`,
  cancelSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vervallen`,
  /** `done`: what has just been done with it, so that the page can say so. */
  registration: (sessionId: string, id: string, done?: RegistrationDone) =>
    `/beheer/sessies/${sessionId}/aanmeldingen/${id}${done ? query({ gelukt: done }) : ''}`,
  numbers: (sessionId: string) => `/beheer/sessies/${sessionId}/cijfers`,
  /** Only by POST: it writes in the trail. */
  exportRegistrations: (sessionId: string, asked: Record<string, string> = {}) =>
    `/beheer/sessies/${sessionId}/aanmeldingen/export${Object.keys(asked).length > 0 ? query(asked) : ''}`,
  newRegistration: (sessionId: string) => `/beheer/sessies/${sessionId}/aanmeldingen/nieuw`,
  editRegistration: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/aanmeldingen/${id}/wijzigen`,
  /** `done`: what has just been done there, so that the page can say so. */
  organisers: (done?: PeopleDone) => `/beheer/organisatoren${done ? query({ gelukt: done }) : ''}`,
  invite: () => '/beheer/organisatoren/uitnodigen',
  organiser: (id: string, done?: PersonDone) => `/beheer/organisatoren/${id}${done ? query({ gelukt: done }) : ''}`,
  /** Each holds a token of platform/personal-token.ts. */
  invitation: (token: string) => `/beheer/uitnodiging/${token}`,
  newPassword: (token: string) => `/beheer/wachtwoord/${token}`,
  forgotPassword: () => '/beheer/wachtwoord-vergeten',
  account: (done?: AccountDone) => `/beheer/account${done ? query({ gelukt: done }) : ''}`,
  accountName: () => '/beheer/account/naam',
  accountPassword: () => '/beheer/account/wachtwoord',
  twoStep: () => '/beheer/account/twee-stappen',
  /** What was done at the desk: by whom, what kind of deed, about which session, from and to which day (yyyy-mm-dd). */
  trail: ({ page = 1, ...asked }: TrailAsked = {}) => {
    const names = { by: 'wie', deed: 'wat', session: 'sessie', from: 'van', to: 'tot' } as const
    const named = (Object.keys(names) as (keyof typeof names)[]).flatMap((key) =>
      asked[key] ? [[names[key], asked[key]]] : [],
    )
    const values = Object.fromEntries([...named, ...(page > 1 ? [['pagina', String(page)]] : [])])
    return `/beheer/logboek${Object.keys(values).length > 0 ? query(values) : ''}`
  },
  /** For who asked for what only a beheerder may. */
  notAllowed: () => '/beheer/geen-toegang',
  securityContact: () => '/.well-known/security.txt',
  accessibility: () => '/toegankelijkheid',
  privacy: () => '/privacy',
  /** What the desk keeps of one person; who is asked for is never in an address. */
  personalData: (done?: 'erased') => `/beheer/gegevens${done ? query({ gelukt: done }) : ''}`,
  /** Of everybody with the address of this sign-up. */
  personOf: (registrationId: string) => `/beheer/gegevens/${registrationId}`,
  /** Only by POST: it writes in the trail. */
  personFile: (registrationId: string) => `/beheer/gegevens/${registrationId}/bestand`,
} as const

/** Whether this path is a page of the organisers. */
export const isDesk = (path: string) => path === routes.desk() || path.startsWith(`${routes.desk()}/`)

/** Whether all who ask for this path at one moment get the same page, whoever they are. */
export const isForEverybody = (path: string) =>
  [routes.home(), routes.accessibility(), routes.privacy()].includes(path) || /^\/sessies\/[\w-]+$/.test(path)

/** Whether this path holds somebody's key: who has the address, may do what its owner may. */
export const holdsKey = (path: string) =>
  [routes.takePart(''), routes.takePlace(''), routes.ownSignUp(''), routes.invitation(''), routes.newPassword('')].some(
    (start) => path.startsWith(start),
  )

/** Whether a form on this page may lead to another site: to the meeting, or to Microsoft to log in. */
export const leadsElsewhere = (path: string) => path.startsWith(routes.takePart('')) || path === routes.login()
