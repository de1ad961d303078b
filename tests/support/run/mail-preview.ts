import { createServer } from 'node:http'
import { renderBodies } from '@/emails/render-bodies'
import { mailSamples } from '@/lib/notifications/kinds/registry'

// Serves every mail with sample data, to this machine only.
const port = Number(process.env.MAIL_PREVIEW_PORT || 3001)
const samples = new Map(Object.entries(mailSamples()))
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

createServer((request, response) => {
  render(request.url ?? '/').then(
    (html) =>
      response
        .writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
        .end(html ?? 'Deze mail is er niet'),
    (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error)),
  )
}).listen(port, '127.0.0.1', () => process.stdout.write(`Alle mails staan op http://localhost:${port}\n`))

async function render(url: string): Promise<string | null> {
  const [, name = '', part] = url.split('/')
  const links = [...samples.keys()].map((name) => `<li><a href="/${name}">${name}</a></li>`)
  if (!name) return page('Alle mails', `<h1>Alle mails</h1><ul>${links.join('')}</ul>`)
  const sample = samples.get(name)
  if (!sample) return null
  const { html, text } = await renderBodies(sample.body)
  if (part === 'html') return html
  const title = `<p><a href="/">Alle mails</a></p><h1>${escapeHtml(sample.subject)}</h1>`
  const both = `<main><iframe title="html" src="/${name}/html"></iframe><pre>${escapeHtml(text)}</pre></main>`
  return page(sample.subject, title + both)
}

const page = (title: string, body: string) => `<!doctype html><html lang="nl"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;margin:1.5rem}h1{font-size:1.25rem}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.5rem}iframe{width:100%;height:80vh;border:1px solid #8888}
pre{margin:0;padding:1rem;border:1px solid #8888;white-space:pre-wrap;overflow-wrap:anywhere}
@media(max-width:50rem){main{grid-template-columns:minmax(0,1fr)}}</style><body>${body}</body></html>`
