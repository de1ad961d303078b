import type { PrismaClient } from '@/lib/db/client'
import { firstOrganiserLink } from '@/lib/organisers/account-links'
import {
  type EntryPoint,
  listActions,
  listPages,
  listRouteHandlers,
  urlPathOf,
} from '@/tests/support/http/entry-points'
import { type FormControl, parseForms } from '@/tests/support/http/html-forms'
import { confirmationId, createTarget, stages } from './target'

/** The form of an action or handler. `path` is where the form is sent. */
export type FoundForm = { action: EntryPoint; path: string; cookie: string; controls: FormControl[] }

type Callers = {
  /** The cookie of an admin. */
  admin: string
  /** The cookie between the password and the code of two-factor authentication. */
  challenged: string
}

/** Some forms are shown only with this query. */
const pageQueries = ['', '?stand=failed', `?bevestiging=${confirmationId}`]

const formTargets = () => [...listActions(), ...listRouteHandlers().filter(({ method }) => method !== 'GET')]

/**
 * Finds the form of every action and handler, each on a page of its own session. `missing` are those without a form on any
 * page. `first` are the forms for the first organiser, which are gone once that organiser exists.
 */
export async function findForms(
  { site, db, organiserId, first }: { site: string; db: PrismaClient; organiserId: string; first: FoundForm[] },
  { admin, challenged }: Callers,
): Promise<{ found: FoundForm[]; missing: string[] }> {
  const targets = formTargets()
  const found = [...first]
  const isMissing = ({ name }: EntryPoint) => !found.some(({ action }) => action.name === name)
  for (const stage of stages) {
    for (const query of pageQueries) {
      for (const { file } of listPages()) {
        const nearby = targets.filter(isMissing).filter((action) => mayHoldFormOf(file, action))
        if (nearby.length === 0) continue
        const target = await createTarget(db, stage, organiserId)
        const path = (listPages(target.valuesFor(file)).find((page) => page.file === file)?.path ?? '') + query
        for (const cookie of [challenged, admin, target.confirmationCookie]) {
          for (const { controls, actionId, address } of parseForms(await fetchHtml(site, path, cookie))) {
            const isFor = (entryPoint: EntryPoint) =>
              entryPoint.actionId
                ? entryPoint.actionId === actionId
                : urlPathOf(entryPoint.file, target.valuesFor(entryPoint.file)) === address
            const action = nearby.find(isFor)
            if (action && isMissing(action))
              found.push({ action, path: action.actionId ? path : (address ?? ''), cookie, controls })
          }
        }
      }
    }
  }
  return { found, missing: targets.filter(isMissing).map(({ name }) => name) }
}

/** Finds the forms that are shown until there is an organiser. */
export async function findFirstOrganiserForms(site: string): Promise<FoundForm[]> {
  const link = new URL(firstOrganiserLink())
  const path = link.pathname + link.search
  return parseForms(await fetchHtml(site, path, '')).flatMap(({ controls, actionId }) => {
    const action = listActions().find((each) => each.actionId === actionId)
    return action ? [{ action, path, cookie: '', controls }] : []
  })
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'))

/** The form of an action is on a page that includes it; that of a handler is on a page above or below it. */
const mayHoldFormOf = (page: string, { pages, file }: EntryPoint) =>
  pages?.includes(page) ?? (folderOf(page).startsWith(folderOf(file)) || folderOf(file).startsWith(folderOf(page)))

async function fetchHtml(site: string, path: string, cookie: string): Promise<string> {
  return await (await fetch(`${site}${path}`, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })).text()
}
