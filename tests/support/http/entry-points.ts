import { readFileSync } from 'node:fs'
import { codeFiles } from '@/tests/support/run/source-files'

/** A way into the site: a page, an action or a method of a route handler. */
export type EntryPoint = {
  /** `app/beheer/page.tsx`, `app/beheer/actions.ts logOutAction`, `app/status/route.ts GET`. */
  name: string
  file: string
  /** An address of it, with some value in each hole. */
  path: string
  method: string
  /** Of an action: the name by which the browser calls it. */
  actionId?: string
}

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> }

/** What stands in the holes of an address: `{ id: '…' }` for "[id]". */
type RouteParams = Record<string, string>

const sampleId = '00000000-0000-4000-8000-000000000000'

/** Every page there is, from the source tree; `values` fill the holes in its address, by the name of each. */
export function listPages(values: RouteParams = {}): EntryPoint[] {
  return findFiles(/\/page\.tsx$/).map((file) => ({ name: file, file, path: urlPathOf(file, values), method: 'GET' }))
}

/** Every method of every route handler, from the source tree. */
export function listRouteHandlers(values: RouteParams = {}): EntryPoint[] {
  return codeFiles(['app'])
    .filter(({ file }) => /\/route\.tsx?$/.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g)].map(
        ([, method = '']) => ({ name: `${file} ${method}`, file, path: urlPathOf(file, values), method }),
      ),
    )
}

/** Every action of the site as it was built: what a browser can call. */
export function listActions(): EntryPoint[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  return Object.entries(node).map(([actionId, { filename, exportedName, workers }]) => ({
    name: `${filename} ${exportedName}`,
    file: filename,
    // Any page that knows the action runs it.
    path: urlPathOf(`${Object.keys(workers)[0]}.tsx`),
    method: 'POST',
    actionId,
  }))
}

/** The files that say of themselves, or of a function in them, that a browser may call it. */
export const listActionFiles = () =>
  codeFiles(['app', 'components', 'lib'])
    .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
    .map(({ file }) => file)

type Caller = { site: string; cookie?: string; origin?: string | null }

/** Knocks as a browser would: what comes back, and where it leads to (a path, or null). */
export async function callEntryPoint(
  { path, method, actionId }: EntryPoint,
  { site, cookie = '', origin = site }: Caller,
) {
  const isWrite = method !== 'GET' && method !== 'HEAD'
  const response = await fetch(`${site}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      accept: actionId ? 'text/x-component' : 'text/html',
      ...(cookie && { cookie }),
      ...(isWrite && origin && { origin }),
      ...(actionId && { 'next-action': actionId, 'content-type': 'text/plain;charset=UTF-8' }),
    },
    ...(isWrite && { body: actionId ? JSON.stringify([sampleId, sampleId, sampleId, sampleId]) : '{}' }),
  })
  const to = response.headers.get('x-action-redirect')?.split(';')[0] ?? response.headers.get('location')
  await response.arrayBuffer()
  return { status: response.status, to: to ? new URL(to, site).pathname : null }
}

const findFiles = (name: RegExp) => codeFiles(['app']).flatMap(({ file }) => (name.test(file) ? [file] : []))

/** The address of a page or handler with these values in its holes, by the name of each. */
export function urlPathOf(file: string, values: RouteParams = {}): string {
  const parts = file.split('/').slice(1, -1)
  const fillSegment = (part: string) => (part.startsWith('[') ? (values[part.slice(1, -1)] ?? sampleId) : part)
  return `/${parts.flatMap((part) => (part.startsWith('(') ? [] : [fillSegment(part)])).join('/')}`
}
