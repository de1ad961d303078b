/** Returns the recipient of a mail and its personal links, each as a path and a token. */
export function linksIn({ raw, to }: { raw: string; to: string }) {
  const text = raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
  const links = [...text.matchAll(/localhost:\d+\/(aanmelding(?:\/nieuw-adres)?|deelnemen)\/([\w.-]+)/g)]
  return { to, links: [...new Set(links.map(([, path, token]) => `${path} ${token}`))] }
}

/** Returns the token of the confirmation link in a mail, or an empty text. */
export const confirmLinkIn = (mail: { links: string[] } | undefined) =>
  mail?.links[0]?.replace('aanmelding/nieuw-adres ', '') ?? ''
