import { markActionEntered } from '@/lib/platform/action-entry'

/**
 * Returns the submitted fields by name. A file counts as an empty text; of a repeated name the first value counts. Returns
 * no fields for anything but form data: a server action can be called with any argument.
 */
export function readFormData(input: unknown): Map<string, string> {
  markActionEntered()
  const entries = input instanceof FormData ? [...input] : []
  return new Map(entries.reverse().map(([name, value]) => [name, typeof value === 'string' ? value : '']))
}

/** Returns the values of the named fields of a submitted form. An absent field is empty. */
export function readFields<Name extends string>(input: unknown, ...names: Name[]): Record<Name, string> {
  const fields = readFormData(input)
  return Object.fromEntries(names.map((name) => [name, fields.get(name) ?? ''])) as Record<Name, string>
}

/** Returns all values of one name, as a group of checkboxes submits them. Ignores files. */
export function readAllValues(input: unknown, name: string): string[] {
  return input instanceof FormData ? input.getAll(name).filter((value) => typeof value === 'string') : []
}
