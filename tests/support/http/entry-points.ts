import { readFileSync } from 'node:fs'
import { routes } from '@/lib/platform/routes'
import { codeFiles } from '@/tests/support/run/source-files'

/** A page, an action or a method of a route handler. */
export type EntryPoint = {
  /** `app/beheer/page.tsx`, `app/beheer/actions.ts logOutAction`, `app/status/route.ts GET`. */
  name: string
  file: string
  /** A path to it, with a value for each parameter. */
  path: string
  method: string
  /** The id by which a browser calls the action, and the pages of the build that include it. */
  actionId?: string
  pages?: string[]
}

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> }

/** Values of the parameters in a path: `{ id: '…' }` for "[id]". */
type RouteParams = Record<string, string>

const sampleId = '00000000-0000-4000-8000-000000000000'

/** Returns every page in the source tree. */
export function listPages(values: RouteParams = {}): EntryPoint[] {
  return findFiles(/\/page\.tsx$/).map((file) => ({ name: file, file, path: urlPathOf(file, values), method: 'GET' }))
}

/** Returns every method of every route handler in the source tree. */
export function listRouteHandlers(values: RouteParams = {}): EntryPoint[] {
  return codeFiles(['app'])
    .filter(({ file }) => /\/route\.tsx?$/.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g)].map(
        ([, method = '']) => ({ name: `${file} ${method}`, file, path: urlPathOf(file, values), method }),
      ),
    )
}

/** Returns every action of the built site that a browser can call. */
export function listActions(): EntryPoint[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  return Object.entries(node).map(([actionId, { filename, exportedName, workers }]) => ({
    name: `${filename} ${exportedName}`,
    file: filename,
    // Any page that includes the action can run it.
    path: urlPathOf(`${Object.keys(workers)[0]}.tsx`),
    method: 'POST',
    actionId,
    pages: Object.keys(workers).map((page) => `${page}.tsx`),
  }))
}

/** Returns the source files with a `use server` directive. */
export const listActionFiles = () =>
  codeFiles(['app', 'components', 'lib'])
    .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
    .map(({ file }) => file)

type Caller = { site: string; cookie?: string; origin?: string | null }

/** Calls an entry point as a browser would. Returns the status and the path of a redirect. */
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
  // A script that sends a form is told in one word that the login ended.
  if ((await response.text()) === 'logged-out') return { status: response.status, to: routes.login() }
  return { status: response.status, to: to ? new URL(to, site).pathname : null }
}

const findFiles = (name: RegExp) => codeFiles(['app']).flatMap(({ file }) => (name.test(file) ? [file] : []))

/** Returns the path of a page or handler. A parameter without a value gets a sample id. */
export function urlPathOf(file: string, values: RouteParams = {}): string {
  const parts = file.split('/').slice(1, -1)
  const fillSegment = (part: string) => (part.startsWith('[') ? (values[part.slice(1, -1)] ?? sampleId) : part)
  return `/${parts.flatMap((part) => (part.startsWith('(') ? [] : [fillSegment(part)])).join('/')}`
}
