/** Reason why a typed text is no usable meeting link. */
export type MeetingLinkProblem = 'not-https' | 'several-links'

/** Why a link must not be sent to all participants: it opens the meeting as its host, or as one registered person. */
export type MeetingLinkWarning = 'host-link' | 'personal-link'

/**
 * Returns the meeting link in what an organiser typed or pasted: a link alone, or a whole invitation. Unwraps links of mail
 * filters (Safe Links, URL Defense). Prefers https links to meetings in Teams, Zoom, Google Meet or Webex. Without one,
 * refuses with `not-https` when there is no link, or any link is not https or holds a user name or password. Refuses with
 * `several-links` when more than one candidate is left.
 */
export function readMeetingLink(text: string): { link: string } | { problem: MeetingLinkProblem } {
  const links = [...new Set(linksIn(text).map(unwrap))]
  const usable = links.filter(isHttpsWithoutLogin)
  const meetings = usable.filter(opensMeeting)
  const isClear = meetings.length > 0 || usable.length === links.length
  const [link, ...others] = meetings.length > 0 ? meetings : usable
  if (!link || !isClear) return { problem: 'not-https' }
  return others.length > 0 ? { problem: 'several-links' } : { link }
}

/** Returns the links in a text, without the brackets, quotes and full stops around them. */
function linksIn(text: string): string[] {
  const found = text.match(/\bhttps?:\/\/[^\s<>"'`]+/gi) ?? []
  return found.map(withoutClosing)
}

/** Removes punctuation of the sentence from the end of a link. Keeps a closing bracket that the link itself opens. */
export function withoutClosing(link: string): string {
  const trimmed = link.replace(/[.,;:!?…»”’\]*]+$/u, '')
  const hasLooseBracket = trimmed.endsWith(')') && trimmed.split(')').length > trimmed.split('(').length
  const shorter = hasLooseBracket ? trimmed.slice(0, -1) : trimmed
  return shorter === link ? link : withoutClosing(shorter)
}

/** Returns the link inside a link of a mail filter, also when it was wrapped several times. */
function unwrap(link: string): string {
  if (!URL.canParse(link)) return link
  const inner = wrappedLink(new URL(link))
  return inner && URL.canParse(inner) && inner !== link ? unwrap(inner) : link
}

function wrappedLink({ hostname, pathname, search, searchParams, href }: URL): string | null {
  // Microsoft Defender: https://learn.microsoft.com/defender-office-365/safe-links-about
  if (hostname.endsWith('.safelinks.protection.outlook.com')) return searchParams.get('url')
  // Proofpoint URL Defense, version 2: "-" stands for "%" and "_" for "/".
  if (hostname === 'urldefense.proofpoint.com' && pathname.startsWith('/v2/'))
    return decodeOrNull((/[?&]u=([^&]*)/.exec(search)?.[1] ?? '').replaceAll('-', '%').replaceAll('_', '/'))
  // Version 3: the link stands between two pairs of underscores; replaced characters follow in base64.
  if (hostname === 'urldefense.com' || hostname === 'urldefense.proofpoint.com') return urlDefenseV3(href)
  if (/^(www\.)?google\.[a-z.]+$/.test(hostname) && pathname === '/url')
    return searchParams.get('q') ?? searchParams.get('url')
  return null
}

function urlDefenseV3(href: string): string | null {
  const [, link, encoded = ''] = href.match(/\/v3\/__(.+?)__;([\w-]*={0,2})!/) ?? []
  if (!link) return null
  const replaced = [...Buffer.from(encoded, 'base64url').toString('utf8')]
  // One "*" is one replaced character; "**" and a letter are a run of 2 ("A") or more of them.
  const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return link
    .replace(/^(https?):\/(?=[^/])/, '$1://')
    .replace(/\*(\*.)?/g, (_, run?: string) =>
      replaced.splice(0, run ? runLengths.indexOf(run.slice(1)) + 2 : 1).join(''),
    )
}

function decodeOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Returns whether a text is an https URL without user name and password, which would give away a person's log-in. */
export function isHttpsWithoutLogin(link: string): boolean {
  if (!link.startsWith('https://') || /\s/.test(link) || !URL.canParse(link)) return false
  const { username, password } = new URL(link)
  return username === '' && password === ''
}

/** Match links that open a meeting. Invitations also link to options, telephone numbers and help. */
const meetingPatterns: [host: RegExp, path: RegExp][] = [
  [/(^|\.)teams\.(microsoft|live)\.com$/, /^\/(l\/meetup-join|meet)\//],
  [/(^|\.)zoom(gov)?\.(us|com)$/, /^\/(j|w|s|my)\//],
  [/^meet\.google\.com$/, /^\/[a-z]+-[a-z]+-[a-z]+/],
  [/\.webex\.com$/, /^\/(meet|join)\/|\/j\.php$/],
]

function opensMeeting(link: string): boolean {
  const { hostname, pathname } = new URL(link)
  return meetingPatterns.some(([host, path]) => host.test(hostname) && path.test(pathname))
}

/** Returns why a link must not be sent to all participants, or `null`. `zak` in a Zoom link is a key of the host. */
export function meetingLinkWarning(link: string): MeetingLinkWarning | null {
  if (!URL.canParse(link)) return null
  const { hostname, pathname, searchParams } = new URL(link)
  if (!/(^|\.)zoom(gov)?\.(us|com)$/.test(hostname)) return null
  if (searchParams.has('zak') || pathname.startsWith('/s/')) return 'host-link'
  return searchParams.has('tk') ? 'personal-link' : null
}
