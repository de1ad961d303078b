import type { IncomingMessage } from 'node:http'
import { isAdminPath, routes } from '@/lib/platform/routes'
import { errorPage, escapeHtml, staticPage } from './error-page'
import type { CapturedResponse } from './response-capture'
import type { SendFailure } from './schema'

/** Returns whether JavaScript submitted the form. The script shows a failure on the page with the typed text. */
const isSentByScript = ({ headers }: IncomingMessage) => headers['next-action'] !== undefined

/** Returns the response to a form that is too large (413): a code for a script, or an error page without JavaScript. */
export const tooLarge = (request: IncomingMessage): CapturedResponse =>
  isSentByScript(request) ? failure('too-large', 413) : errorPage(413)

/**
 * Returns the response to send instead of `page` if the form reached no action: it belongs to an older build, or the login
 * ended. Returns `null` to send `page`. For a browser without JavaScript the response is a page that holds the typed text.
 */
export async function unsentForm(
  request: IncomingMessage,
  body: Buffer,
  page: CapturedResponse,
): Promise<CapturedResponse | null> {
  if (page.headers['x-nextjs-action-not-found'] === '1') {
    if (isSentByScript(request)) return null
    return page.status === 409 ? newVersionPage(request, await readFields(request, body)) : errorPage(400)
  }
  if (!isSentToLogin(request, page)) return null
  if (isSentByScript(request)) return failure('logged-out', 401)
  const fields = await readFields(request, body)
  // A button that downloads a file belongs to no action and holds no text. A page must not hold a password.
  const isAction = fields.some(([name]) => name.startsWith('$ACTION'))
  return isAction && !fields.some(([name]) => secretNames.test(name)) ? loggedOutPage(request, fields) : null
}

/** Returns a response with a failure code as text. In the browser, Next throws an error with this message. */
const failure = (text: SendFailure, status: number): CapturedResponse => ({
  status,
  headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  body: Buffer.from(text),
})

/** Returns whether the response redirects an admin form to the log-in page. `false` for the log-in forms. */
function isSentToLogin({ url = '' }: IncomingMessage, { headers }: CapturedResponse): boolean {
  if (!isAdminPath(url) || url.startsWith(routes.login())) return false
  const location = String(headers['x-action-redirect'] ?? headers.location ?? '').split(';')[0] ?? ''
  const { pathname, searchParams } = new URL(location, 'http://localhost')
  return pathname === routes.login() && [...searchParams.keys()].every((name) => name === 'naar')
}

const secretNames = /password|code|sleutel/i

async function readFields(request: IncomingMessage, body: Buffer): Promise<[name: string, value: string][]> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => new FormData())
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
}

/** Match names and values of fields that nobody typed. The page that repeats the typed text omits them. */
const technicalNames =
  /^(\$|(intent|kind|form|naar|website|parts|deadline|version|seen|previewed|expected|times|stand)$)/
const technicalValue = /^([\w.-]{20,}|\d{1,3}|)$/

function newVersionPage({ url = '' }: IncomingMessage, fields: [string, string][]): CapturedResponse {
  const typed = fields
    .filter(([name, value]) => !technicalNames.test(name) && !secretNames.test(name) && !technicalValue.test(value))
    .map(([, value]) => `<li><pre>${escapeHtml(value)}</pre></li>`)
  return staticPage({
    status: 409,
    title: 'Er is een nieuwe versie van deze pagina',
    content: `<p>Er is niets bewaard. <a href="${escapeHtml(url)}">Open de nieuwe versie</a> en vul het daar opnieuw in.</p>
${typed.length > 0 ? `<h2>Dit had je ingevuld</h2><p>Kopieer wat je wilt houden.</p><ul>${typed.join('')}</ul>` : ''}`,
  })
}

/** Returns a page with a link to log in again (in another tab), and a button that sends the form again. */
function loggedOutPage({ url = '' }: IncomingMessage, fields: [string, string][]): CapturedResponse {
  const hidden = fields.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  return staticPage({
    status: 401,
    title: 'Je was uitgelogd',
    content: `<p>Er is nog niets bewaard. Wat je hebt ingevuld, staat nog klaar op deze pagina.</p>
<ol><li><a href="${routes.login()}" target="_blank" rel="noopener">Log opnieuw in (opent een nieuw tabblad)</a></li>
<li>Kom hier terug en druk op de knop.</li></ol>
<form method="post" action="${escapeHtml(url)}" enctype="multipart/form-data">${hidden.join('')}<button>Verstuur wat ik had ingevuld</button></form>`,
  })
}
