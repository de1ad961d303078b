const query = (values: Record<string, string>) => `?${new URLSearchParams(values)}`

/** What somebody can have changed of a kennissessie a moment ago. */
export const editsDone = ['moved', 'deadlines', 'places', 'cancelled', 'created', 'saved'] as const
export type EditDone = (typeof editsDone)[number]
/** What somebody can have done with a sign-up a moment ago. */
export type RegistrationDone = 'added' | 'changed'

type MessagesAsked = { page?: number; show?: string; kind?: string; search?: string }

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
  status: () => '/status',
  /** No page stands here: Next answers with the finished `app/not-found.tsx`. */
  nowhere: () => '/niet-gevonden',
  /** `after`: the page to go on to. */
  login: (after?: string) => `/beheer/inloggen${after ? query({ naar: after }) : ''}`,
  loggedOut: () => `/beheer/inloggen${query({ uitgelogd: 'ja' })}`,
  firstOrganiser: () => '/beheer/eerste-organisator',
  firstOrganiserLink: (token: string) => `/beheer/eerste-organisator${query({ sleutel: token })}`,
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
} as const
