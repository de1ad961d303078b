import { leaveOut, partsOfName, withoutPeople } from '@/lib/platform/people-in-text'

/** Somebody as they may be named in what others wrote, and they themselves. */
export type Named = {
  registrationId: string
  names: string[]
  emails: string[]
  phones: string[]
  /** From their own words every name, address and number goes: also a first name alone, or another number. */
  thorough: boolean
}

/** A name of one word stands in too many texts: that is only looked for in what its owner wrote. */
const isFullName = (name: string) => /\S\s+\S/.test(name)

/** How these people may stand in a text, for a first look by the database: patterns for ILIKE, and digits in a row. */
export function tracesOf(people: Named[]): { patterns: string[]; digits: string[] } {
  const names = people.flatMap(({ names: all }) => all.filter(isFullName))
  const found = [...names, ...people.flatMap(({ emails }) => emails)].filter(Boolean)
  return {
    // An apostrophe is typed in three ways, and between two words a line may end.
    patterns: found.map((text) => `%${literally(text).replace(/['’‘]/g, '_').replace(/\s+/g, '%')}%`),
    digits: people.flatMap(({ phones }) => phones.flatMap((phone) => subscriber(phone) ?? [])).map((all) => `%${all}%`),
  }
}

const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** Takes these people out of texts. `ownerId`: of the sign-up that a text belongs to, whose writer also goes by parts of their name. */
export function takeOut(people: Named[]): (text: string, ownerId: string | null) => string {
  const fullNames = leaveOut(
    people.flatMap(({ names }) => names.filter(isFullName)),
    'giu',
  )
  const addresses = people.flatMap(({ emails }) => emails).filter(Boolean)
  const numbers = people.flatMap(({ phones }) => phones.flatMap((phone) => numberPattern(phone) ?? []))
  const byId = new Map(people.map((person) => [person.registrationId, person]))
  return (text, ownerId) => {
    const owner = byId.get(ownerId ?? '')
    const nameless = fullNames(text)
    const addressless = addresses.reduce((rest, address) => replaceAll(rest, address, '[adres]'), nameless)
    const numberless = numbers.reduce((rest, number) => rest.replace(number, '[nummer]'), addressless)
    return owner?.thorough
      ? withoutPeople(numberless, [...owner.names, ...owner.names.flatMap(partsOfName)])
      : numberless
  }
}

function replaceAll(text: string, part: string, by: string): string {
  return text.replace(new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), by)
}

/** What is left of a number without the country and the nought before it; null for what is too short to tell anything. */
function subscriber(phone: string): string | null {
  const digits = phone
    .replace(/\D/g, '')
    .replace(/^(00)?31/, '')
    .replace(/^0+/, '')
  return digits.length >= 7 ? digits : null
}

function numberPattern(phone: string): RegExp | null {
  const digits = subscriber(phone)
  if (!digits) return null
  const between = '[\\s().-]*'
  return new RegExp(`(?<!\\d)(?:(?:\\+|00)?31${between})?[(]?0?${between}${[...digits].join(between)}(?!\\d)`, 'g')
}
