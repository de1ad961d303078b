const query = (values: Record<string, string>) => `?${new URLSearchParams(values)}`

/** What somebody can have changed of a kennissessie a moment ago. */
export type EditDone = 'moved' | 'deadlines' | 'cancelled'

type MessagesAsked = { page?: number; show?: string; kind?: string; search?: string }

/** Every path of the site, with what stands behind its question mark. No other file spells one. */
export const routes = {
  home: () => '/',
  session: (slug: string) => `/sessies/${slug}`,
  signUp: (slug: string) => `/sessies/${slug}/aanmelden`,
  signedUp: (slug: string) => `/sessies/${slug}/aangemeld`,
  /** A participant's own: the token comes from platform/personal-token.ts. */
  takePart: (token: string) => `/deelnemen/${token}`,
  status: () => '/status',
  /** No page stands here: Next answers with the finished `app/not-found.tsx`. */
  nowhere: () => '/niet-gevonden',
  /** `after`: the page to go on to. */
  login: (after?: string) => `/beheer/inloggen${after ? query({ naar: after }) : ''}`,
  loggedOut: () => `/beheer/inloggen${query({ uitgelogd: 'ja' })}`,
  firstOrganiser: () => '/beheer/eerste-organisator',
  firstOrganiserLink: (token: string) => `/beheer/eerste-organisator${query({ sleutel: token })}`,
  desk: () => '/beheer',
  /** Pages count from 1. */
  registrations: (sessionId: string, page = 1) =>
    `/beheer/sessies/${sessionId}/aanmeldingen${page > 1 ? query({ pagina: String(page) }) : ''}`,
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
  moveSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/verplaatsen`,
  cancelSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vervallen`,
  registration: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/aanmeldingen/${id}`,
  securityContact: () => '/.well-known/security.txt',
  accessibility: () => '/toegankelijkheid',
} as const

/** Whether this path is a page of the organisers. */
export const isDesk = (path: string) => path === routes.desk() || path.startsWith(`${routes.desk()}/`)

/** Whether all who ask for this path at one moment get the same page, whoever they are. */
export const isForEverybody = (path: string) =>
  path === routes.home() || path === routes.accessibility() || /^\/sessies\/[\w-]+$/.test(path)

/** Whether this path holds somebody's key: who has the address, may do what its owner may. */
export const holdsKey = (path: string) => path.startsWith(routes.takePart(''))

/** Whether a form on this page may lead to another site: the button of a participant leads to the meeting. */
export const leadsElsewhere = (path: string) => path.startsWith(routes.takePart(''))
