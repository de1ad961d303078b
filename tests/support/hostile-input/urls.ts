import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { searchParamNames } from '@/lib/registrations/admin/search-params'
import { codeFiles } from '@/tests/support/run/source-files'

/** Values of a path parameter, as they are sent. */
export const badPathSegments: string[] = [
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%00',
  '..%2f..%2f..%2fetc%2fpasswd',
  "x'%20OR%201=1;--",
  `${randomUUID()}%0d%0aSet-Cookie:%20hostile=1`,
  '__proto__',
  '%ED%A0%80',
  '..',
  '%2e%2e',
  '%E0%A4%A',
  '%c0%ae%c0%ae',
  '%u0000',
  '%25%30%30',
  `${randomUUID()}x`,
  `%7B${randomUUID()}%7D`,
  randomUUID().toUpperCase(),
  '-1',
  '9'.repeat(400),
  'x'.repeat(4_000),
  'x.y',
  `${Buffer.from('["x",1]').toString('base64url')}.AAAA`,
  'constructor',
  '%5Bid%5D',
  '%F0%9F%92%A5%E2%80%AE',
]

/** Values of a query parameter, as they are sent. */
export const badQueryValues: string[] = [
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  '%00%0d%0aSet-Cookie:%20hostile=1',
  'https%3A%2F%2Fexample.nl%2F',
  '%2F%2Fexample.nl',
  'javascript:alert(1)',
  "x'%20OR%201=1;--",
  '__proto__',
  '-1',
  '99999999999999999999',
  '%ED%A0%80%E0%A4%A',
  '%5C%5Cexample.nl%5C%252e',
  'x'.repeat(150),
]

/** Returns every query parameter that the site reads, among other words of the source. */
export const queryParameterNames = () => {
  const [routes] = codeFiles(['lib/platform']).filter(({ file }) => file.endsWith('/routes.ts'))
  const readParameters = codeFiles(['app']).flatMap(({ text }) =>
    [...text.matchAll(/\{([^{}]*)\}[^\n]*(?:searchParams|await params)/g)].map(([, names = '']) => names),
  )
  const words = [routes?.text ?? '', ...readParameters].flatMap((text) => text.match(/\b[a-z]{3,}\b/g) ?? [])
  return [...new Set([...words, ...Object.values(searchParamNames)])]
}

/** Requests a path without the normalisation of a browser or `fetch`. */
export function requestRaw(site: string, path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; page: string }>((resolve, reject) => {
    const { hostname, port } = new URL(site)
    const outgoing = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          page: Buffer.concat(chunks).toString(),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
