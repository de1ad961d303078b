import { describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import {
  okHandler,
  type SiteHandler,
  sendRequest,
  startRequestHandlerServer,
} from '@/tests/support/servers/request-handler-server'

const typed = 'Waar <begin> ik & "hoe"?'
const boundary = 'grens'
const multipart = (fields: Record<string, string>) =>
  [
    ...Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}--\r\n`,
  ].join('')

async function post(site: SiteHandler, path: string, fields: Record<string, string>, headers = {}) {
  const port = await startRequestHandlerServer(site)
  const own = { origin: 'https://aanmelden.example.nl', 'content-type': `multipart/form-data; boundary=${boundary}` }
  return sendRequest(port, { path, method: 'POST', headers: { ...own, ...headers }, body: multipart(fields) })
}

const script = { 'next-action': '40ab' }

describe('a form of an older build', () => {
  const gone: SiteHandler = (_, response) => {
    response.writeHead(409, { 'x-nextjs-action-not-found': '1', 'content-type': 'text/plain' })
    response.end('Server Action unavailable.')
  }

  it('is answered in Dutch with what was typed, but without ids and passwords', async () => {
    const fields = { $ACTION_1: 'x', question: typed, id: crypto.randomUUID(), password: 'geheim woord' }
    const answer = await post(gone, '/sessies/a/aanmelden', fields)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Er is een nieuwe versie van deze pagina')
    expect(answer.text).toContain('<pre>Waar &#60;begin&#62; ik &#38; &#34;hoe&#34;?</pre>')
    expect(answer.text.match(/<pre>/g)).toHaveLength(1)
    expect(answer.text).not.toMatch(/geheim|Server Action/)
  })

  it('is answered with the word of Next to a script, which shows its own message', async () => {
    const answer = await post(gone, '/sessies/a/aanmelden', { question: typed }, script)
    expect(answer).toMatchObject({ status: 409, text: 'Server Action unavailable.' })
  })
})

describe('an admin form of a login that ended', () => {
  const path = routes.accountName()
  const toLogin =
    (location: string): SiteHandler =>
    (_, response) => {
      response.writeHead(303, { location, 'x-action-redirect': `${location};push` })
      response.end()
    }
  const ended = toLogin(routes.login(path))

  it('is kept in a page that sends it again after the login', async () => {
    const answer = await post(ended, path, { $ACTION_1: 'x', name: typed })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Je was uitgelogd')
    expect(answer.text).toContain(`action="${path}"`)
    expect(answer.text).toContain('name="name" value="Waar &#60;begin&#62; ik &#38; &#34;hoe&#34;?"')
    expect(answer.text).toContain('name="$ACTION_1" value="x"')
  })

  it('is answered with one word to a script', async () => {
    expect(await post(ended, path, { name: typed }, script)).toMatchObject({ status: 401, text: 'logged-out' })
  })

  it('is not kept when it holds a password', async () => {
    const answer = await post(ended, path, { currentPassword: 'geheim woord' })
    expect(answer).toMatchObject({ status: 303, text: '' })
  })

  it('is not confused with logging out or in', async () => {
    expect((await post(toLogin(routes.loginAfterLogout()), routes.admin(), {})).status).toBe(303)
    expect((await post(toLogin(routes.login()), routes.login(), { email: 'a@example.nl' })).status).toBe(303)
  })
})

describe('a form that is too large', () => {
  it('is answered with one word to a script', async () => {
    const answer = await post(okHandler, '/', { text: 'x'.repeat(70_000) }, script)
    expect(answer).toMatchObject({ status: 413, text: 'too-large' })
  })
})
