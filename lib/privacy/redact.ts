/** Current and former names, addresses and phone numbers by which a text may identify a registrant. */
export type KnownIdentity = {
  registrationId: string
  /** Registrations that received the answers of this registration by transfer. */
  transferredToIds: string[]
  names: string[]
  emails: string[]
  phones: string[]
  /** Whether to remove parts of the name, and every address and phone number, from the registrant's own texts. */
  redactNameParts: boolean
}

/** Redacts people in a text. `ownerId` is the registration that wrote the text; `null` for a text of an organiser. */
export type Redact = (text: string, ownerId: string | null) => string

/**
 * Returns a function that replaces names, addresses and phone numbers of `people` in a text by markers such as `[naam]`. It
 * tries only names, addresses and numbers that can occur in the text, so thousands of people and texts stay fast.
 */
export function createRedactor(people: KnownIdentity[]): Redact {
  const matchNames = createNameMatcher(people.flatMap(({ names }) => names.filter(isFullName)))
  const emails = [...new Set(people.flatMap(({ emails }) => emails.map((email) => email.toLowerCase())))]
  const phones = [...new Set(people.flatMap(({ phones }) => phones.flatMap((phone) => subscriberDigits(phone) ?? [])))]
  const authorNames = new Map<string, string[]>()
  for (const { registrationId, transferredToIds, names } of people.filter(({ redactNameParts }) => redactNameParts))
    for (const id of [registrationId, ...transferredToIds])
      authorNames.set(id, [...(authorNames.get(id) ?? []), ...names])
  return (text, ownerId) => {
    const withoutNames = createNameRedactor(matchNames(text), 'giu')(text)
    const withoutPhones = redactPhones(redactEmails(withoutNames, emails), phones)
    const names = authorNames.get(ownerId ?? '')
    return names ? redactPeople(withoutPhones, [...names, ...names.flatMap(distinctiveNameParts)]) : withoutPhones
  }
}

/** Returns whether a name has several words. A name of one word, such as April, occurs in too many texts of others. */
const isFullName = (name: string) => /\S\s+\S/.test(name)

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Returns a function that lists the names of which every word occurs in a given text, in any order. */
function createNameMatcher(names: string[]): (text: string) => string[] {
  // Indexed by last word, because a surname is rarer than a first name.
  const byLastWord = new Map<string, { name: string; words: string[] }[]>()
  for (const name of new Set(names)) {
    const words = wordsOf(name)
    const last = words.at(-1) ?? ''
    byLastWord.set(last, [...(byLastWord.get(last) ?? []), { name, words }])
  }
  return (text) => {
    const words = new Set(wordsOf(text))
    const possible = [...words, ''].flatMap((word) => byLastWord.get(word) ?? [])
    return possible.filter((candidate) => candidate.words.every((word) => words.has(word))).map(({ name }) => name)
  }
}

function redactEmails(text: string, emails: string[]): string {
  if (!text.includes('@')) return text
  const lower = text.toLowerCase()
  const found = emails.filter((email) => lower.includes(email))
  return found.reduce((rest, email) => rest.replace(new RegExp(escapePattern(email), 'giu'), '[adres]'), text)
}

const minimumPhoneDigits = 7

/** Returns a phone number's digits without country code 31 and leading zeros, or `null` if fewer than 7 are left. */
function subscriberDigits(phone: string): string | null {
  const digits = phone
    .replace(/\D/g, '')
    .replace(/^(00)?31/, '')
    .replace(/^0+/, '')
  return digits.length >= minimumPhoneDigits ? digits : null
}

function redactPhones(text: string, phones: string[]): string {
  const digits = text.replace(/\D/g, '')
  if (digits.length < minimumPhoneDigits) return text
  const found = phones.filter((phone) => digits.includes(phone))
  return found.reduce((rest, phone) => rest.replace(writtenPhonePattern(phone), '[nummer]'), text)
}

function writtenPhonePattern(digits: string): RegExp {
  const gap = '[\\s().-]*'
  return new RegExp(`(?<!\\d)(?:(?:\\+|00)?31${gap})?[(]?0?${gap}${[...digits].join(gap)}(?!\\d)`, 'g')
}

/** Returns the parts of a name that identify a person. Omits initials and prefixes such as "van" and "de". */
export const distinctiveNameParts = (name: string) =>
  name.split(/[\s.]+/).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part))

const emailPattern = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g
// A Dutch number: ten digits from 0, or with the country code (Telecommunicatie nummerplan).
const phonePattern = /(?<!\d)(?:\+|00)?(?:31[\s-]?\(?0?\)?|0)(?:[\s()-]*\d){8,9}(?!\d)/g

/** Replaces these names, and every e-mail address and Dutch phone number, by markers such as `[naam]`. */
export function redactPeople(text: string, names: string[]): string {
  return createNameRedactor(names)(text).replace(emailPattern, '[adres]').replace(phonePattern, '[nummer]')
}

/** Returns a function that replaces names by `[naam]`, longer names first. Ignores names of one or two characters. */
export function createNameRedactor(names: string[], flags = 'gu'): (text: string) => string {
  const sortedNames = [...new Set(names)].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
  if (sortedNames.length === 0) return (text) => text
  const namePattern = anyNamePattern(sortedNames, flags)
  return (text) => text.replace(namePattern, '[naam]')
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Returns the source of a pattern for `text` that accepts any kind of apostrophe and white space. */
export const textPattern = (text: string) => escapePattern(text).replace(/['’‘]/g, "['’‘]").replace(/\s+/g, '\\s+')

/** Returns a pattern for any of these names as whole words. Of several that fit, the first in the list matches. */
export function anyNamePattern(names: string[], flags = 'gu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(${names.map(textPattern).join('|')})(?![\\p{L}\\p{N}])`, flags)
}
