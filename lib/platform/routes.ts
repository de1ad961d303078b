/** Every path of the site. No other file spells one. */
export const routes = {
  home: () => '/',
  session: (slug: string) => `/sessies/${slug}`,
  signUp: (slug: string) => `/sessies/${slug}/aanmelden`,
  signedUp: (slug: string) => `/sessies/${slug}/aangemeld`,
  status: () => '/status',
  /** No page stands here: Next answers with the finished `app/not-found.tsx`. */
  nowhere: () => '/niet-gevonden',
  login: () => '/beheer/inloggen',
  firstOrganiser: () => '/beheer/eerste-organisator',
  firstOrganiserLink: (token: string) => `/beheer/eerste-organisator?sleutel=${token}`,
  desk: () => '/beheer',
  registrations: (sessionId: string) => `/beheer/sessies/${sessionId}/aanmeldingen`,
  registration: (sessionId: string, id: string) => `/beheer/sessies/${sessionId}/aanmeldingen/${id}`,
} as const
