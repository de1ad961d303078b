/** Parts of a name that are words of their own: "van" and "de" stand in every text. */
export const distinctiveNameParts = (name: string) =>
  name.split(/[\s.]+/).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part))

const emailPattern = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g
// A Dutch number: ten digits from 0, or with the country in front (Telecommunicatie nummerplan).
const phonePattern = /(?<!\d)(?:\+|00)?(?:31[\s-]?\(?0?\)?|0)(?:[\s()-]*\d){8,9}(?!\d)/g

/** The text without mail addresses and telephone numbers, and without these names. */
export function redactPeople(text: string, names: string[]): string {
  return createNameRedactor(names)(text).replace(emailPattern, '[adres]').replace(phonePattern, '[nummer]')
}

/** Takes these names out of a text: of two that begin at the same place the longer. */
export function createNameRedactor(names: string[], flags = 'gu'): (text: string) => string {
  const sortedNames = [...new Set(names)].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
  if (sortedNames.length === 0) return (text) => text
  const namePattern = anyNamePattern(sortedNames, flags)
  return (text) => text.replace(namePattern, '[naam]')
}

/** As a pattern. An apostrophe is typed in three ways, and between two words a line may end. */
export const textPattern = (text: string) =>
  text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’‘]/g, "['’‘]")
    .replace(/\s+/g, '\\s+')

/** One of these names, the first that fits, with no letter before or behind it. */
export function anyNamePattern(names: string[], flags = 'gu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(${names.map(textPattern).join('|')})(?![\\p{L}\\p{N}])`, flags)
}
