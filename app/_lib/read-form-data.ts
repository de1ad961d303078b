import type { ZodError } from 'zod'
import { markActionEntered } from '@/lib/platform/action-entry'

/**
 * The fields of a sent form by name. A file counts as empty, and of a name that was sent twice the first counts. Anybody can
 * call an action with something that is no form: that has no fields.
 */
export function readFormData(input: unknown): Map<string, string> {
  markActionEntered()
  const entries = input instanceof FormData ? [...input] : []
  return new Map(entries.reverse().map(([name, value]) => [name, typeof value === 'string' ? value : '']))
}

/** The fields that a form has for certain; one that was not sent counts as empty. */
export function readFields<Name extends string>(input: unknown, ...names: Name[]): Record<Name, string> {
  const fields = readFormData(input)
  return Object.fromEntries(names.map((name) => [name, fields.get(name) ?? ''])) as Record<Name, string>
}

/** All values that were sent under one name, as boxes of one group are; a file counts for nothing. */
export function readAllValues(input: unknown, name: string): string[] {
  return input instanceof FormData ? input.getAll(name).filter((value) => typeof value === 'string') : []
}

/** The first reason for each field that was refused, by the name the field has in the form. */
export function firstIssueByField<Reason extends string>({ issues }: ZodError): Record<string, Reason> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message as Reason]).reverse())
}
