/** Returns the path with a query of the parameters that are not empty. */
function withQuery(path: string, parameters: Record<string, string | null | undefined | false>): string {
  const entries = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return entries.length > 0 ? `${path}?${new URLSearchParams(entries)}` : path
}
const withFlash = (path: string, flash?: string) => withQuery(path, { gelukt: flash })
const pageParameter = (page = 1) => page > 1 && String(page)

// A flash message confirms on the next page what was just done. Its value is the query parameter `gelukt`.
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
export type RegistrationFlash = 'added' | 'changed'
export type SelfServiceFlash = 'changed' | 'unchanged' | 'cancelled' | 'address'
export type EmailChangeFlash = 'asked' | 'withdrawn'
export type OrganisersFlash = 'invited' | 'withdrawn'
export type OrganiserFlash = 'role' | 'ended' | 'restored' | 'invited' | 'two-step-reset'
export type AccountFlash = 'name' | 'password' | 'two-step-off'

type AuditLogQuery = { page?: number; actor?: string; category?: string; session?: string; from?: string; to?: string }
type MessageListQuery = { page?: number; show?: string; kind?: string; search?: string }

/** Filter and page number of the agenda questions. `kept` makes the page confirm and scroll to a saved question. */
type AgendaQuestionQuery = Partial<Record<'state' | 'theme' | 'owner' | 'askedBeforeDeadline', string | null>> & {
  page?: number
  kept?: boolean
}

function agendaQuestionsPath(path: string, query: AgendaQuestionQuery): string {
  const { state, theme, owner, askedBeforeDeadline, page, kept } = query
  const filter = { stand: state, thema: theme, wie: owner, tijd: askedBeforeDeadline }
  return withQuery(path, { ...filter, pagina: pageParameter(page), bewaard: kept && 'ja' })
}

/** Functions that return every path of the site, with its query. No other file spells a path. */
export const routes = {
  home: () => '/',
  privacy: () => '/privacy',
  accessibility: () => '/toegankelijkheid',
  securityTxt: () => '/.well-known/security.txt',
  status: () => '/status',
  /** A path without a page. Next answers with the static `app/not-found.tsx`. */
  notFound: () => '/niet-gevonden',

  session: (slug: string) => `/sessies/${slug}`,
  register: (slug: string) => `/sessies/${slug}/aanmelden`,
  /** Page after a sign-up. `confirmation` is the id of the cookie that holds what the page shows. */
  registrationConfirmation: (slug: string, confirmation?: string) =>
    withQuery(`/sessies/${slug}/aangemeld`, { bevestiging: confirmation }),

  // Personal links. The token is from lib/personal-links/token.ts.
  joinMeeting: (token: string, show?: 'link') => withQuery(`/deelnemen/${token}`, { toon: show }),
  seatOffer: (token: string) => `/plek/${token}`,
  otherColleague: (token: string, refusal?: string) => withQuery(`/andere-collega/${token}`, { mislukt: refusal }),
  confirmEmailChange: (token: string) => `/aanmelding/nieuw-adres/${token}`,
  selfService: (token: string, flash?: SelfServiceFlash) => withFlash(`/aanmelding/${token}`, flash),
  selfServiceCancel: (token: string) => `/aanmelding/${token}/afmelden`,
  selfServiceEdit: (token: string) => `/aanmelding/${token}/wijzigen`,
  selfServiceEmail: (token: string, flash?: EmailChangeFlash) => withFlash(`/aanmelding/${token}/adres`, flash),
  selfServiceTransfer: (token: string) => `/aanmelding/${token}/doorgeven`,
  selfServiceData: (token: string) => `/aanmelding/${token}/gegevens`,
  selfServiceDataFile: (token: string) => `/aanmelding/${token}/gegevens/bestand`,
  selfServiceErase: (token: string) => `/aanmelding/${token}/wissen`,
  /** Page that confirms an erasure. It takes no token, because the registration is gone. */
  selfServiceErased: () => '/aanmelding/gewist',
  /** Page that confirms a transfer. It takes no token, because the registration's token is no longer valid. */
  selfServiceTransferred: () => '/aanmelding/doorgegeven',
  linkRecovery: () => '/aanmelding/link-kwijt',

  login: (returnTo?: string) => withQuery('/beheer/inloggen', { naar: returnTo }),
  /** Log-in page after a login. Redirects to `returnTo`, or reports that the browser kept no login cookie. */
  loginCheck: (returnTo: string) => withQuery('/beheer/inloggen', { ingelogd: 'ja', naar: returnTo }),
  loginAfterPasswordReset: () => withQuery('/beheer/inloggen', { wachtwoord: 'gekozen' }),
  loginAfterCodeTimeout: () => withQuery('/beheer/inloggen', { opnieuw: 'ja' }),
  loginAfterLogout: () => withQuery('/beheer/inloggen', { uitgelogd: 'ja' }),
  loginAfterLogoutEverywhere: () => withQuery('/beheer/inloggen', { overal: 'ja' }),
  loginAfterMicrosoftRefusal: () => withQuery('/beheer/inloggen', { microsoft: 'nee' }),
  loginCode: (returnTo?: string) => withQuery('/beheer/inloggen/code', { naar: returnTo }),
  microsoftCallback: () => '/beheer/inloggen/microsoft',
  firstOrganiser: () => '/beheer/eerste-organisator',
  firstOrganiserSetup: (token: string) => withQuery('/beheer/eerste-organisator', { sleutel: token }),
  invitation: (token: string) => `/beheer/uitnodiging/${token}`,
  resetPassword: (token: string) => `/beheer/wachtwoord/${token}`,
  forgotPassword: () => '/beheer/wachtwoord-vergeten',

  admin: () => '/beheer',
  archive: () => '/beheer/archief',
  /** Page that refuses an organiser who is not an admin. */
  forbidden: () => '/beheer/geen-toegang',
  organisers: (flash?: OrganisersFlash) => withFlash('/beheer/organisatoren', flash),
  inviteOrganiser: () => '/beheer/organisatoren/uitnodigen',
  organiser: (organiserId: string, flash?: OrganiserFlash) => withFlash(`/beheer/organisatoren/${organiserId}`, flash),
  account: (flash?: AccountFlash) => withFlash('/beheer/account', flash),
  accountName: () => '/beheer/account/naam',
  accountPassword: () => '/beheer/account/wachtwoord',
  twoFactor: () => '/beheer/account/twee-stappen',
  auditLog({ page, actor, category, session, from, to }: AuditLogQuery = {}): string {
    const filter = { wie: actor, wat: category, sessie: session, van: from, tot: to }
    return withQuery('/beheer/logboek', { ...filter, pagina: pageParameter(page) })
  },
  /** Page that searches a person. Its form sends the e-mail address by POST, so that no URL holds it. */
  personSearch: (flash?: 'erased') => withFlash('/beheer/gegevens', flash),
  /** Page with all records of the person behind this registration. */
  personalRecord: (registrationId: string) => `/beheer/gegevens/${registrationId}`,
  /** Download of the records of a person. Answers only POST, because it writes to the audit log. */
  personalRecordFile: (registrationId: string) => `/beheer/gegevens/${registrationId}/bestand`,

  newSession: () => '/beheer/sessies/nieuw',
  copySession: (sessionId: string) => `/beheer/sessies/${sessionId}/kopieren`,
  editSession: (sessionId: string, flash?: SessionFlash) => withFlash(`/beheer/sessies/${sessionId}/bewerken`, flash),
  editSessionContent: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/teksten`,
  formQuestions: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen`,
  newFormQuestion: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/nieuw`,
  formQuestion: (sessionId: string, questionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/${questionId}`,
  rescheduleSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/verplaatsen`,
  capacity: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/plaatsen`,
  cancelSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vervallen`,
  sessionPreview: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld`,
  registrationFormPreview: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld/aanmelden`,
  statistics: (sessionId: string) => `/beheer/sessies/${sessionId}/cijfers`,
  release: (sessionId: string, releasedNumber?: number) =>
    withFlash(`/beheer/sessies/${sessionId}/vrijgeven`, releasedNumber?.toString()),

  registrations: (sessionId: string, filter: Record<string, string> = {}) =>
    withQuery(`/beheer/sessies/${sessionId}/aanmeldingen`, filter),
  /** Download of the registrations. Answers only POST, because it writes to the audit log. */
  exportRegistrations: (sessionId: string, filter: Record<string, string> = {}) =>
    withQuery(`/beheer/sessies/${sessionId}/aanmeldingen/export`, filter),
  newRegistration: (sessionId: string) => `/beheer/sessies/${sessionId}/aanmeldingen/nieuw`,
  registration: (sessionId: string, registrationId: string, flash?: RegistrationFlash) =>
    withFlash(`/beheer/sessies/${sessionId}/aanmeldingen/${registrationId}`, flash),
  editRegistration: (sessionId: string, registrationId: string) =>
    `/beheer/sessies/${sessionId}/aanmeldingen/${registrationId}/wijzigen`,

  /** Page of a session's messages, with filter: `show` (state), `kind` (of mail), `search` (in name or address). */
  messages(sessionId: string, { page, show, kind, search }: MessageListQuery = {}): string {
    const filter = { stand: show, soort: kind, zoek: search }
    return withQuery(`/beheer/sessies/${sessionId}/berichten`, { ...filter, pagina: pageParameter(page) })
  },
  message: (sessionId: string, messageId: string) => `/beheer/sessies/${sessionId}/berichten/${messageId}`,
  notificationSettings: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/instellen`,
  /** Form to write a custom message to participants, with `registrationId` to that one person only. */
  newCustomMessage: (sessionId: string, registrationId?: string | null) =>
    withQuery(`/beheer/sessies/${sessionId}/berichten/schrijven`, { aan: registrationId }),
  /** Page of a custom message. `sent` makes it confirm that the message was just sent. */
  customMessage: (sessionId: string, customMessageId: string, { sent = false } = {}) =>
    withQuery(`/beheer/sessies/${sessionId}/berichten/eigen/${customMessageId}`, { gelukt: sent && 'ja' }),
  mailTemplates: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/teksten`,
  mailTemplate: (sessionId: string, slug: string) => `/beheer/sessies/${sessionId}/berichten/teksten/${slug}`,

  agendaQuestions: (sessionId: string, query: AgendaQuestionQuery = {}) =>
    agendaQuestionsPath(`/beheer/sessies/${sessionId}/vragen`, query),
  /** Page of an agenda question. `query` is the filter of the list from which the question was opened. */
  agendaQuestion: (sessionId: string, answerId: string, query: AgendaQuestionQuery = {}) =>
    `${agendaQuestionsPath(`/beheer/sessies/${sessionId}/vragen/${answerId}`, query)}${query.kept ? '#vraag' : ''}`,
  clarification: (sessionId: string, answerId: string) => `/beheer/sessies/${sessionId}/vragen/${answerId}/toelichting`,
  themes: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/themas`,
  /** Page with the speaker brief of a session. `places` is whether the brief names the municipalities of participants. */
  speakerBrief: (sessionId: string, { places = true } = {}) =>
    withQuery(`/beheer/sessies/${sessionId}/vragen/overzicht`, { gemeenten: !places && 'nee' }),
  speakerBriefFile: (sessionId: string, { places = true } = {}) =>
    withQuery(`/beheer/sessies/${sessionId}/vragen/overzicht/bestand`, { gemeenten: !places && 'nee' }),
  resultNotifications: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/terugkoppeling`,
  closeTriageRound: (sessionId: string) => `/beheer/sessies/${sessionId}/vragen/sluiten`,
} as const

export const isAdminPath = (path: string) => path === routes.admin() || path.startsWith(`${routes.admin()}/`)

/** Returns whether every visitor gets the same page at this path. */
export const isSharedPage = (path: string) =>
  [routes.home(), routes.accessibility(), routes.privacy()].includes(path) || /^\/sessies\/[\w-]+$/.test(path)

/** Returns whether the path holds a token that gives access without a login. */
export const containsPersonalToken = (path: string) => tokenRoutes.some((route) => path.startsWith(route('')))
const { joinMeeting, seatOffer, otherColleague, selfService, invitation, resetPassword } = routes
const tokenRoutes = [joinMeeting, seatOffer, otherColleague, selfService, invitation, resetPassword]

/** Returns whether a form at this path may redirect to another site: to the meeting, or to Microsoft to log in. */
export const mayRedirectOffsite = (path: string) => path.startsWith(routes.joinMeeting('')) || path === routes.login()
