const toQueryString = (values: Record<string, string>) => `?${new URLSearchParams(values)}`

/** What somebody can have changed of a kennissessie a moment ago. */
export const sessionFlashes = [
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
  'restored',
] as const
export type SessionFlash = (typeof sessionFlashes)[number]
/** What somebody can have done with a sign-up a moment ago. */
export type RegistrationFlash = 'added' | 'changed'
/** What somebody can have done with their own sign-up a moment ago. */
export type SelfServiceFlash = 'changed' | 'unchanged' | 'cancelled' | 'address'
export type EmailChangeFlash = 'asked' | 'withdrawn'

export type OrganisersFlash = 'invited' | 'withdrawn'
export type OrganiserFlash = 'role' | 'ended' | 'restored' | 'invited' | 'two-step-reset'
export type AccountFlash = 'name' | 'password' | 'two-step-off'

type AuditLogQuery = { page?: number; actor?: string; category?: string; session?: string; from?: string; to?: string }
type MessageListQuery = { page?: number; show?: string; kind?: string; search?: string }

type AgendaQuestionFilterQuery = {
  state?: string | null
  theme?: string | null
  owner?: string | null
  inTime?: string | null
}
type AgendaQuestionListQuery = AgendaQuestionFilterQuery & {
  page?: number
  /** Something was kept a moment ago, so that the page can say so; the question itself is then what is read first. */
  kept?: boolean
}

function agendaQuestionQueryString({ state, theme, owner, inTime, page = 1, kept }: AgendaQuestionListQuery): string {
  const parameters = {
    ...(state && { stand: state }),
    ...(theme && { thema: theme }),
    ...(owner && { wie: owner }),
    ...(inTime && { tijd: inTime }),
    ...(page > 1 && { pagina: String(page) }),
    ...(kept && { bewaard: 'ja' }),
  }
  return Object.keys(parameters).length > 0 ? toQueryString(parameters) : ''
}

/** Every path of the site, with what stands behind its question mark. No other file spells one. */
export const routes = {
  home: () => '/',
  session: (slug: string) => `/sessies/${slug}`,
  register: (slug: string) => `/sessies/${slug}/aanmelden`,
  registrationConfirmation: (slug: string) => `/sessies/${slug}/aangemeld`,
  /** A participant's own: the token comes from platform/personal-token.ts. */
  joinMeeting: (token: string) => `/deelnemen/${token}`,
  /** The page on which somebody who waits takes the place that is kept for them. */
  seatOffer: (token: string) => `/plek/${token}`,
  /** The page of somebody's own sign-up, without an account; the pages below it each do one thing. `done`: a moment ago. */
  selfService: (token: string, flash?: SelfServiceFlash) =>
    `/aanmelding/${token}${flash ? toQueryString({ gelukt: flash }) : ''}`,
  selfServiceCancel: (token: string) => `/aanmelding/${token}/afmelden`,
  selfServiceEdit: (token: string) => `/aanmelding/${token}/wijzigen`,
  /** `done`: what has just been done there. */
  selfServiceEmail: (token: string, flash?: EmailChangeFlash) =>
    `/aanmelding/${token}/adres${flash ? toQueryString({ gelukt: flash }) : ''}`,
  /** In the mail to the new address; the token is one of its own. */
  confirmEmailChange: (token: string) => `/aanmelding/nieuw-adres/${token}`,
  selfServiceTransfer: (token: string) => `/aanmelding/${token}/doorgeven`,
  selfServiceData: (token: string) => `/aanmelding/${token}/gegevens`,
  selfServiceDataFile: (token: string) => `/aanmelding/${token}/gegevens/bestand`,
  selfServiceErase: (token: string) => `/aanmelding/${token}/wissen`,
  /** Tells who has just erased everything that it is done. */
  selfServiceErased: () => '/aanmelding/gewist',
  /** For who cannot find the mail with their link. */
  linkRecovery: () => '/aanmelding/link-kwijt',
  /** After handing a place over: the link to the sign-up is dead by then. */
  selfServiceTransferred: () => '/aanmelding/doorgegeven',
  status: () => '/status',
  /** No page stands here: Next answers with the finished `app/not-found.tsx`. */
  notFound: () => '/niet-gevonden',
  /** `after`: the page to go on to. */
  login: (returnTo?: string) => `/beheer/inloggen${returnTo ? toQueryString({ naar: returnTo }) : ''}`,
  /** Where to log in after choosing a new password. */
  loginAfterPasswordReset: () => `/beheer/inloggen${toQueryString({ wachtwoord: 'gekozen' })}`,
  /** For who took too long to give a code. */
  loginAfterCodeTimeout: () => `/beheer/inloggen${toQueryString({ opnieuw: 'ja' })}`,
  loginAfterLogout: () => `/beheer/inloggen${toQueryString({ uitgelogd: 'ja' })}`,
  firstOrganiser: () => '/beheer/eerste-organisator',
  firstOrganiserSetup: (token: string) => `/beheer/eerste-organisator${toQueryString({ sleutel: token })}`,
  /** `after` as for `login`. */
  loginCode: (returnTo?: string) => `/beheer/inloggen/code${returnTo ? toQueryString({ naar: returnTo }) : ''}`,
  /** Where Microsoft sends people back to. */
  microsoftCallback: () => '/beheer/inloggen/microsoft',
  loginAfterMicrosoftRefusal: () => `/beheer/inloggen${toQueryString({ microsoft: 'nee' })}`,
  admin: () => '/beheer',
  archive: () => '/beheer/archief',
  newSession: () => '/beheer/sessies/nieuw',
  copySession: (sessionId: string) => `/beheer/sessies/${sessionId}/kopieren`,
  /** `asked`: which sign-ups, as `addressOf` of registrations writes it. */
  registrations: (sessionId: string, filter: Record<string, string> = {}) =>
    `/beheer/sessies/${sessionId}/aanmeldingen${Object.keys(filter).length > 0 ? toQueryString(filter) : ''}`,
  /** `show`: only those with this state; `kind`: only this mail; `search`: to whom, part of a name or address. */
  messages: (sessionId: string, { page = 1, show, kind, search }: MessageListQuery = {}) => {
    const parameters = {
      ...(show && { stand: show }),
      ...(kind && { soort: kind }),
      ...(search && { zoek: search }),
      ...(page > 1 && { pagina: String(page) }),
    }
    return `/beheer/sessies/${sessionId}/berichten${Object.keys(parameters).length > 0 ? toQueryString(parameters) : ''}`
  },
  notificationSettings: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/instellen`,
  newCustomMessage: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/schrijven`,
  /** `sent`: a moment ago. */
  customMessage: (sessionId: string, customMessageId: string, { sent = false } = {}) =>
    `/beheer/sessies/${sessionId}/berichten/eigen/${customMessageId}${sent ? toQueryString({ gelukt: 'ja' }) : ''}`,
  mailTemplates: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/teksten`,
  mailTemplate: (sessionId: string, slug: string) => `/beheer/sessies/${sessionId}/berichten/teksten/${slug}`,
  message: (sessionId: string, messageId: string) => `/beheer/sessies/${sessionId}/berichten/${messageId}`,
  /** Which of the questions, and which page of them. */
  agendaQuestions: (sessionId: string, query: AgendaQuestionListQuery = {}) =>
    `/beheer/sessies/${sessionId}/vragen${agendaQuestionQueryString(query)}`,
  /** `id` is that of the answer; `asked` says which list it is one of. */
  agendaQuestion: (sessionId: string, answerId: string, query: AgendaQuestionListQuery = {}) =>
    `/beheer/sessies/${sessionId}/vragen/${answerId}${agendaQuestionQueryString(query)}${query.kept ? '#vraag' : ''}`,
  clarification: (sessionId: string, answerId: string) => `/beheer/sessies/${sessionId}/vragen/${answerId}/toelichting`,
  themes: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/themas`,
  /** For the speakers; `places`: whether it names the gemeenten. */
  speakerBrief: (sessionId: string, { places: withMunicipalities = true } = {}) =>
    `/beheer/sessies/${sessionId}/vragen/overzicht${withMunicipalities ? '' : toQueryString({ gemeenten: 'nee' })}`,
  /** The same as a file. */
  speakerBriefFile: (sessionId: string, { places: withMunicipalities = true } = {}) =>
    `/beheer/sessies/${sessionId}/vragen/overzicht/bestand${withMunicipalities ? '' : toQueryString({ gemeenten: 'nee' })}`,
  resultNotifications: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/terugkoppeling`,
  closeTriageRound: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/sluiten`,
  /** `done`: the number of a release that was made a moment ago. */
  release: (sessionId: string, releasedNumber?: number) =>
    `/beheer/sessies/${sessionId}/vrijgeven${releasedNumber ? toQueryString({ gelukt: String(releasedNumber) }) : ''}`,
  /** `done`: what has just changed, so that the page can say so. */
  editSession: (sessionId: string, flash?: SessionFlash) =>
    `/beheer/sessies/${sessionId}/bewerken${flash ? toQueryString({ gelukt: flash }) : ''}`,
  editSessionContent: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/teksten`,
  formQuestions: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen`,
  newFormQuestion: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/nieuw`,
  formQuestion: (sessionId: string, questionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/${questionId}`,
  sessionPreview: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld`,
  registrationFormPreview: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld/aanmelden`,
  rescheduleSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/verplaatsen`,
  capacity: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/plaatsen`,
  cancelSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vervallen`,
  /** `done`: what has just been done with it, so that the page can say so. */
  registration: (sessionId: string, registrationId: string, flash?: RegistrationFlash) =>
    `/beheer/sessies/${sessionId}/aanmeldingen/${registrationId}${flash ? toQueryString({ gelukt: flash }) : ''}`,
  statistics: (sessionId: string) => `/beheer/sessies/${sessionId}/cijfers`,
  /** Only by POST: it writes in the trail. */
  exportRegistrations: (sessionId: string, filter: Record<string, string> = {}) =>
    `/beheer/sessies/${sessionId}/aanmeldingen/export${Object.keys(filter).length > 0 ? toQueryString(filter) : ''}`,
  newRegistration: (sessionId: string) => `/beheer/sessies/${sessionId}/aanmeldingen/nieuw`,
  editRegistration: (sessionId: string, registrationId: string) =>
    `/beheer/sessies/${sessionId}/aanmeldingen/${registrationId}/wijzigen`,
  /** `done`: what has just been done there, so that the page can say so. */
  organisers: (flash?: OrganisersFlash) => `/beheer/organisatoren${flash ? toQueryString({ gelukt: flash }) : ''}`,
  inviteOrganiser: () => '/beheer/organisatoren/uitnodigen',
  organiser: (organiserId: string, flash?: OrganiserFlash) =>
    `/beheer/organisatoren/${organiserId}${flash ? toQueryString({ gelukt: flash }) : ''}`,
  /** Each holds a token of platform/personal-token.ts. */
  invitation: (token: string) => `/beheer/uitnodiging/${token}`,
  resetPassword: (token: string) => `/beheer/wachtwoord/${token}`,
  forgotPassword: () => '/beheer/wachtwoord-vergeten',
  account: (flash?: AccountFlash) => `/beheer/account${flash ? toQueryString({ gelukt: flash }) : ''}`,
  accountName: () => '/beheer/account/naam',
  accountPassword: () => '/beheer/account/wachtwoord',
  twoFactor: () => '/beheer/account/twee-stappen',
  /** What was done at the desk: by whom, what kind of deed, about which session, from and to which day (yyyy-mm-dd). */
  auditLog: ({ page = 1, ...query }: AuditLogQuery = {}) => {
    const parameterNames = { actor: 'wie', category: 'wat', session: 'sessie', from: 'van', to: 'tot' } as const
    const namedParameters = (Object.keys(parameterNames) as (keyof typeof parameterNames)[]).flatMap((key) =>
      query[key] ? [[parameterNames[key], query[key]]] : [],
    )
    const values = Object.fromEntries([...namedParameters, ...(page > 1 ? [['pagina', String(page)]] : [])])
    return `/beheer/logboek${Object.keys(values).length > 0 ? toQueryString(values) : ''}`
  },
  /** For who asked for what only a beheerder may. */
  forbidden: () => '/beheer/geen-toegang',
  securityTxt: () => '/.well-known/security.txt',
  accessibility: () => '/toegankelijkheid',
  privacy: () => '/privacy',
  /** What the desk keeps of one person; who is asked for is never in an address. */
  personSearch: (flash?: 'erased') => `/beheer/gegevens${flash ? toQueryString({ gelukt: flash }) : ''}`,
  /** Of everybody with the address of this sign-up. */
  personalRecord: (registrationId: string) => `/beheer/gegevens/${registrationId}`,
  /** Only by POST: it writes in the trail. */
  personalRecordFile: (registrationId: string) => `/beheer/gegevens/${registrationId}/bestand`,
} as const

/** Whether this path is a page of the organisers. */
export const isAdminPath = (path: string) => path === routes.admin() || path.startsWith(`${routes.admin()}/`)

/** Whether all who ask for this path at one moment get the same page, whoever they are. */
export const isSharedPage = (path: string) =>
  [routes.home(), routes.accessibility(), routes.privacy()].includes(path) || /^\/sessies\/[\w-]+$/.test(path)

/** Whether this path holds somebody's key: who has the address, may do what its owner may. */
export const containsPersonalToken = (path: string) =>
  [
    routes.joinMeeting(''),
    routes.seatOffer(''),
    routes.selfService(''),
    routes.invitation(''),
    routes.resetPassword(''),
  ].some((start) => path.startsWith(start))

/** Whether a form on this page may lead to another site: to the meeting, or to Microsoft to log in. */
export const mayRedirectOffsite = (path: string) => path.startsWith(routes.joinMeeting('')) || path === routes.login()
