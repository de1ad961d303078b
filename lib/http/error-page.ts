import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import type { CapturedResponse } from './response-capture'
import { cspHeader } from './security-headers'

// These pages need no database, stylesheet or script, so they work when the site does not.
const errorPages = {
  400: ['Dit verzoek klopt niet', 'Kijk het adres na, of open de pagina opnieuw en probeer het nog een keer.'],
  403: [
    'Dit verzoek komt niet van onze site',
    'Kijk in je adresbalk. Staat daar een ander adres dan hieronder, of http in plaats van https? Open de pagina dan met deze link en probeer het nog een keer. Wat je hebt ingevuld, staat er nog als je teruggaat met de knop Vorige.',
  ],
  405: ['Dit kan hier niet', 'Open de pagina opnieuw en probeer het nog een keer.'],
  413: [
    'Dat is te veel tekst',
    'Ga terug met de knop Vorige. Wat je hebt ingevuld, staat er dan nog. Maak je antwoorden korter en verstuur ze opnieuw.',
  ],
  500: [
    'Er ging iets mis bij ons',
    'Het ligt niet aan jou. Ga terug met de knop Vorige en probeer het over een paar minuten opnieuw. Wat je hebt ingevuld, staat er dan meestal nog.',
  ],
  503: [
    'We zijn even niet bereikbaar',
    'We zijn er zo weer. Ga over een paar minuten terug met de knop Vorige en probeer het opnieuw. Wat je hebt ingevuld, staat er dan meestal nog.',
  ],
} as const

export type ErrorPageStatus = keyof typeof errorPages

const stylesheet = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#fffdf9,#16141f);color:light-dark(#1f1a2e,#f3eff9);font:1.125rem/1.6 Seravek,Ubuntu,Calibri,'DejaVu Sans',sans-serif}main{max-width:40rem;margin:4rem auto;padding:0 1.5rem}h1{line-height:1.15}a{color:light-dark(#43257f,#c9b3ff)}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}button{font:inherit;padding:.5rem 1rem}`

const styleHash = createHash('sha256').update(stylesheet).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

type PageLink = { href: string; label: string }
const homeLink: PageLink = { href: '/', label: 'Naar alle kennissessies' }

/** Returns a complete Dutch error page with advice for the visitor and one link. Sending it closes the connection. */
export function errorPage(status: ErrorPageStatus, { href, label }: PageLink = homeLink): CapturedResponse {
  const [title, advice] = errorPages[status]
  const page = staticPage({ status, title, content: `<p>${advice}</p>`, link: { href, label } })
  const headers = {
    ...(status === 503 && { 'retry-after': '60' }),
    ...(status === 405 && { allow: 'GET, HEAD, POST' }),
  }
  return { ...page, headers: { ...page.headers, ...headers } }
}

type StaticPage = { status: number; title: string; content: string; link?: PageLink }

/** Returns a page that works without Next: no scripts or stylesheet files. `content` is HTML, with `link` below it. */
export function staticPage({ status, title, content, link = homeLink }: StaticPage) {
  const body = Buffer.from(`<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${stylesheet}</style></head>
<body><main><h1>${title}</h1>${content}<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p></main></body></html>
`)
  const headers: OutgoingHttpHeaders = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    [cspHeader]: policy,
    connection: 'close',
  }
  return { status, body, headers }
}

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
