import type { ZodError } from 'zod'
import type { FieldReason } from '@/lib/organisers/schema'

/** The strings of a sent form by name; a file, or a field that was not sent, counts as empty. */
export function readFields<Name extends string>(form: FormData, ...names: Name[]): Record<Name, string> {
  const entries = names.map((name) => {
    const value = form.get(name)
    return [name, typeof value === 'string' ? value : '']
  })
  return Object.fromEntries(entries)
}

/** The first reason for each field that was refused. */
export function firstReasons({ issues }: ZodError): Record<string, FieldReason> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message as FieldReason]).reverse())
}
