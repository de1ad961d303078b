/** To whom a mail went, and with which personal links: the door and the token behind it. */
export function linksIn({ raw, to }: { raw: string; to: string }) {
  const text = raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
  const links = [...text.matchAll(/localhost:\d+\/(aanmelding(?:\/nieuw-adres)?|deelnemen)\/([\w.-]+)/g)]
  return { to, links: [...new Set(links.map(([, door, key]) => `${door} ${key}`))] }
}

/** The token with which a new address is confirmed that stands in a mail; empty when there is none. */
export const confirmLinkIn = (mail: { links: string[] } | undefined) =>
  mail?.links[0]?.replace('aanmelding/nieuw-adres ', '') ?? ''
