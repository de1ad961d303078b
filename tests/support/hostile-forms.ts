import { firstOrganiserLink } from '@/lib/organisers/first-link'
import type { PrismaClient } from '@/lib/platform/db'
import { actions, type Door, handlers, pages, pathOf } from './doors'
import { type Control, formsIn } from './forms'
import { makeTarget, stages } from './hostile-target'

/** The form of an action, on a page where it stands, or of a handler: where it is sent. */
export type OpenForm = { action: Door; path: string; cookie: string; controls: Control[] }

type Callers = {
  /** Who is logged in as an admin. */
  admin: string
  /** Who gave the right password and now has to give a code. */
  challenged: string
}

/** Pages show some forms only when asked so. */
const asked = ['', '?stand=failed']

/** All that a form can be sent to. */
const receivers = () => [...actions(), ...handlers().filter(({ method }) => method !== 'GET')]

/**
 * The form of every action and handler there is, each on a page about a kennissessie of its own; and those whose form stands
 * nowhere. `first` holds what stood on the page of the first organiser before there was one.
 */
export async function findForms(
  { site, db, organiserId, first }: { site: string; db: PrismaClient; organiserId: string; first: OpenForm[] },
  { admin, challenged }: Callers,
): Promise<{ found: OpenForm[]; missing: string[] }> {
  const every = receivers()
  const found = [...first]
  const isMissing = ({ name }: Door) => !found.some(({ action }) => action.name === name)
  for (const stage of stages) {
    for (const query of asked) {
      for (const { file } of pages()) {
        const near = every.filter(isMissing).filter((action) => liesNear(file, action.file))
        if (near.length === 0) continue
        const target = await makeTarget(db, stage, organiserId)
        const path = (pages(target.valuesFor(file)).find((page) => page.file === file)?.path ?? '') + query
        for (const cookie of [challenged, admin]) {
          for (const { controls, actionId, address } of formsIn(await read(site, path, cookie))) {
            const isFor = (door: Door) =>
              door.actionId ? door.actionId === actionId : pathOf(door.file, target.valuesFor(door.file)) === address
            const action = near.find(isFor)
            if (action && isMissing(action))
              found.push({ action, path: action.actionId ? path : (address ?? ''), cookie, controls })
          }
        }
      }
    }
  }
  return { found, missing: every.filter(isMissing).map(({ name }) => name) }
}

/** What stands on the page of the first organiser, as long as there is none. */
export async function firstForms(site: string): Promise<OpenForm[]> {
  const link = new URL(firstOrganiserLink())
  const path = link.pathname + link.search
  return formsIn(await read(site, path, '')).flatMap(({ controls, actionId }) => {
    const action = actions().find((each) => each.actionId === actionId)
    return action ? [{ action, path, cookie: '', controls }] : []
  })
}

const folder = (file: string) => file.slice(0, file.lastIndexOf('/'))

/** A form stands on a page in the folder of its action, or below it, or above it. */
const liesNear = (page: string, action: string) =>
  folder(page).startsWith(folder(action)) || folder(action).startsWith(folder(page))

async function read(site: string, path: string, cookie: string): Promise<string> {
  return await (await fetch(`${site}${path}`, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })).text()
}
