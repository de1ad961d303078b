const query = (values: Record<string, string>) => `?${new URLSearchParams(values)}`

/** What somebody can have changed of a kennissessie a moment ago. */
export const editsDone = ['moved', 'deadlines', 'created', 'saved'] as const
export type EditDone = (typeof editsDone)[number]

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
  archive: () => '/beheer/archief',
  newSession: () => '/beheer/sessies/nieuw',
  copySession: (sessionId: string) => `/beheer/sessies/${sessionId}/kopieren`,
  /** Pages count from 1. */
  registrations: (sessionId: string, page = 1) =>
    `/beheer/sessies/${sessionId}/aanmeldingen${page > 1 ? query({ pagina: String(page) }) : ''}`,
  /** `show`: only those with this state. */
  messages: (sessionId: string, { page = 1, show }: { page?: number; show?: string } = {}) => {
    const asked = { ...(show && { stand: show }), ...(page > 1 && { pagina: String(page) }) }
    return `/beheer/sessies/${sessionId}/berichten${Object.keys(asked).length > 0 ? query(asked) : ''}`
  },
  mailPlan: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/instellen`,
  writeLetter: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/schrijven`,
  letter: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/berichten/eigen/${id}`,
  mailTexts: (sessionId: string) => `/beheer/sessies/${sessionId}/berichten/teksten`,
  mailText: (sessionId: string, kind: string) => `/beheer/sessies/${sessionId}/berichten/teksten/${kind}`,
  message: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/berichten/${id}`,
  release: (sessionId: string) => `/beheer/sessies/${sessionId}/vrijgeven`,
  /** `done`: what has just changed, so that the page can say so. */
  editSession: (sessionId: string, done?: EditDone) =>
    `/beheer/sessies/${sessionId}/bewerken${done ? query({ gelukt: done }) : ''}`,
  editTexts: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/teksten`,
  questions: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen`,
  newQuestion: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/nieuw`,
  question: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/bewerken/vragen/${id}`,
  preview: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld`,
  previewForm: (sessionId: string) => `/beheer/sessies/${sessionId}/voorbeeld/aanmelden`,
  moveSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/verplaatsen`,
  cancelSession: (sessionId: string) => `/beheer/sessies/${sessionId}/bewerken/vervallen`,
  registration: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/aanmeldingen/${id}`,
} as const
