import { createNameRedactor, distinctiveNameParts, redactPeople } from './redact-names'

/** Somebody as they may be named in what others wrote, and they themselves. */
export type KnownIdentity = {
  registrationId: string
  /** The sign-ups that their answers went along to, when they handed over their place. */
  transferredToIds: string[]
  names: string[]
  emails: string[]
  phones: string[]
  /** From their own words every name, address and number goes: also a first name alone, or another number. */
  redactNameParts: boolean
}

/**
 * Takes these people out of texts. `ownerId`: of the sign-up that a text belongs to, whose writers also go by parts of their
 * name. With thousands of people and of texts each text is only held against whom it can name: by its words, an @, or digits.
 */
export function createRedactor(people: KnownIdentity[]): (text: string, ownerId: string | null) => string {
  const matchNames = createNameMatcher(people.flatMap(({ names }) => names.filter(isFullName)))
  const emails = [...new Set(people.flatMap(({ emails }) => emails.map((email) => email.toLowerCase())))]
  const phones = [...new Set(people.flatMap(({ phones }) => phones.flatMap((phone) => subscriberDigits(phone) ?? [])))]
  const authorNames = authorNamesByRegistration(people)
  return (text, ownerId) => {
    const withoutNames = createNameRedactor(matchNames(text), 'giu')(text)
    const withoutEmails = emailsIn(withoutNames, emails).reduce(redactEmail, withoutNames)
    const withoutPhones = phonesIn(withoutEmails, phones).reduce(redactPhone, withoutEmails)
    const names = authorNames.get(ownerId ?? '')
    return names ? redactPeople(withoutPhones, [...names, ...names.flatMap(distinctiveNameParts)]) : withoutPhones
  }
}

/** What the writers of a sign-up's words are called, by its id; only of whom every part has to go. */
function authorNamesByRegistration(people: KnownIdentity[]): Map<string, string[]> {
  const authorNames = new Map<string, string[]>()
  for (const { registrationId, transferredToIds, names } of people.filter(({ redactNameParts }) => redactNameParts))
    for (const id of [registrationId, ...transferredToIds])
      authorNames.set(id, [...(authorNames.get(id) ?? []), ...names])
  return authorNames
}

/** A name of one word stands in too many texts: that is only looked for in what its owner wrote. */
const isFullName = (name: string) => /\S\s+\S/.test(name)

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Which of these names can stand in a text: those of which every word does. */
function createNameMatcher(names: string[]): (text: string) => string[] {
  // A surname tells more people apart than a first name.
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

function emailsIn(text: string, emails: string[]): string[] {
  if (!text.includes('@')) return []
  const lower = text.toLowerCase()
  return emails.filter((email) => lower.includes(email))
}

const redactEmail = (text: string, email: string) =>
  text.replace(new RegExp(email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), '[adres]')

/** What is left of a number without the country and the nought before it; null for what is too short to tell anything. */
function subscriberDigits(phone: string): string | null {
  const digits = phone
    .replace(/\D/g, '')
    .replace(/^(00)?31/, '')
    .replace(/^0+/, '')
  return digits.length >= 7 ? digits : null
}

function phonesIn(text: string, phones: string[]): string[] {
  const digits = text.replace(/\D/g, '')
  return digits.length < 7 ? [] : phones.filter((phone) => digits.includes(phone))
}

const phoneSeparators = '[\\s().-]*'
const redactPhone = (text: string, digits: string) =>
  text.replace(
    new RegExp(
      `(?<!\\d)(?:(?:\\+|00)?31${phoneSeparators})?[(]?0?${phoneSeparators}${[...digits].join(phoneSeparators)}(?!\\d)`,
      'g',
    ),
    '[nummer]',
  )
