/** Parts of a name that are words of their own: "van" and "de" stand in every text. */
export const partsOfName = (name: string) => name.split(/[\s.]+/).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part))

const mailAddress = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g
// A Dutch number: ten digits from 0, or with the country in front (Telecommunicatie nummerplan).
const phoneNumber = /(?<!\d)(?:\+|00)?(?:31[\s-]?\(?0?\)?|0)(?:[\s()-]*\d){8,9}(?!\d)/g

/** The text without mail addresses and telephone numbers, and without these names. */
export function withoutPeople(text: string, names: string[]): string {
  return leaveOut(names)(text).replace(mailAddress, '[adres]').replace(phoneNumber, '[nummer]')
}

/** Takes these names out of a text: of two that begin at the same place the longer. */
export function leaveOut(names: string[], flags = 'gu'): (text: string) => string {
  const found = [...new Set(names)].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
  if (found.length === 0) return (text) => text
  const any = anyOf(found, flags)
  return (text) => text.replace(any, '[naam]')
}

/** As a pattern. An apostrophe is typed in three ways, and between two words a line may end. */
export const literal = (text: string) =>
  text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’‘]/g, "['’‘]")
    .replace(/\s+/g, '\\s+')

/** One of these names, the first that fits, with no letter before or behind it. */
export function anyOf(names: string[], flags = 'gu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(${names.map(literal).join('|')})(?![\\p{L}\\p{N}])`, flags)
}
