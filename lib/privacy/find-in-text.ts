import { leaveOut, partsOfName, withoutPeople } from '@/lib/platform/people-in-text'

/** Somebody as they may be named in what others wrote, and they themselves. */
export type Named = {
  registrationId: string
  /** The sign-ups that their answers went along to, when they handed over their place. */
  wroteFor: string[]
  names: string[]
  emails: string[]
  phones: string[]
  /** From their own words every name, address and number goes: also a first name alone, or another number. */
  thorough: boolean
}

/**
 * Takes these people out of texts. `ownerId`: of the sign-up that a text belongs to, whose writers also go by parts of their
 * name. With thousands of people and of texts each text is only held against whom it can name: by its words, an @, or digits.
 */
export function takeOut(people: Named[]): (text: string, ownerId: string | null) => string {
  const namesIn = findNames(people.flatMap(({ names }) => names.filter(isFullName)))
  const addresses = [...new Set(people.flatMap(({ emails }) => emails.map((email) => email.toLowerCase())))]
  const numbers = [...new Set(people.flatMap(({ phones }) => phones.flatMap((phone) => subscriber(phone) ?? [])))]
  const writers = findWriters(people)
  return (text, ownerId) => {
    const nameless = leaveOut(namesIn(text), 'giu')(text)
    const addressless = addressesIn(nameless, addresses).reduce(withoutAddress, nameless)
    const numberless = numbersIn(addressless, numbers).reduce(withoutNumber, addressless)
    const names = writers.get(ownerId ?? '')
    return names ? withoutPeople(numberless, [...names, ...names.flatMap(partsOfName)]) : numberless
  }
}

/** What the writers of a sign-up's words are called, by its id; only of whom every part has to go. */
function findWriters(people: Named[]): Map<string, string[]> {
  const writers = new Map<string, string[]>()
  for (const { registrationId, wroteFor, names } of people.filter(({ thorough }) => thorough))
    for (const id of [registrationId, ...wroteFor]) writers.set(id, [...(writers.get(id) ?? []), ...names])
  return writers
}

/** A name of one word stands in too many texts: that is only looked for in what its owner wrote. */
const isFullName = (name: string) => /\S\s+\S/.test(name)

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Which of these names can stand in a text: those of which every word does. */
function findNames(names: string[]): (text: string) => string[] {
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
    return possible.filter((one) => one.words.every((word) => words.has(word))).map(({ name }) => name)
  }
}

function addressesIn(text: string, addresses: string[]): string[] {
  if (!text.includes('@')) return []
  const lower = text.toLowerCase()
  return addresses.filter((address) => lower.includes(address))
}

const withoutAddress = (text: string, address: string) =>
  text.replace(new RegExp(address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), '[adres]')

/** What is left of a number without the country and the nought before it; null for what is too short to tell anything. */
function subscriber(phone: string): string | null {
  const digits = phone
    .replace(/\D/g, '')
    .replace(/^(00)?31/, '')
    .replace(/^0+/, '')
  return digits.length >= 7 ? digits : null
}

function numbersIn(text: string, numbers: string[]): string[] {
  const digits = text.replace(/\D/g, '')
  return digits.length < 7 ? [] : numbers.filter((number) => digits.includes(number))
}

const between = '[\\s().-]*'
const withoutNumber = (text: string, digits: string) =>
  text.replace(
    new RegExp(`(?<!\\d)(?:(?:\\+|00)?31${between})?[(]?0?${between}${[...digits].join(between)}(?!\\d)`, 'g'),
    '[nummer]',
  )
