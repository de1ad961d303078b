import { readFileSync } from 'node:fs'
import type { EntryPoint } from './entry-points'

const publicFolder = /^app\/(\(public\)|status|\.well-known)\//
/** Folders of the admin area that lead to a login. */
const loginFolder = /^app\/beheer\/(inloggen|eerste-organisator|uitnodiging|wachtwoord|wachtwoord-vergeten)\//
const logOut = 'app/beheer/actions.ts logOutAction'

/** Returns the source of the exported declaration of an action or handler, or of the whole page. */
export function sourceOf({ file, name }: EntryPoint): string {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('page.tsx')) return text
  const exportedName = name.split(' ').at(-1)
  const declaration = new RegExp(`^(const|async function) ${exportedName}\\b`)
  return text.split(/^export /m).find((source) => declaration.test(source)) ?? ''
}

/** Returns which role may use an entry point, as its folder and its source declare. */
export function accessOf(entryPoint: EntryPoint): 'public' | 'organiser' | 'admin' {
  const { file, name } = entryPoint
  if (publicFolder.test(file) || loginFolder.test(file) || name === logOut) return 'public'
  return /\brole: 'admin'|\brequireAdmin\(/.test(sourceOf(entryPoint)) ? 'admin' : 'organiser'
}
