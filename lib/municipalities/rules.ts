import type { Municipality, MunicipalityOption } from './schema'

/** How people know this gemeente, with the official name where it is another one: "Den Haag ('s-Gravenhage)". */
export function municipalityLabel({ name, displayName }: Pick<Municipality, 'name' | 'displayName'>): string {
  if (!displayName) return name
  return withoutQualifier(displayName) === withoutQualifier(name) ? displayName : `${displayName} (${name})`
}

/**
 * The gemeenten that fit what was typed, best first: the very name, its start, the start of a word, somewhere inside;
 * only when nothing fits those with a small typing error. Equally good ones keep their order. No query: all of them.
 */
export function searchMunicipalities<Option extends MunicipalityOption>(
  options: readonly Option[],
  query: string,
): Option[] {
  const words = queryWords(query)
  if (words.length === 0) return [...options]
  const found = options
    .map((option) => ({ option, fit: matchRank(option, words) }))
    .filter(({ fit: rank }) => rank <= matchRanks.inside)
  const fuzzyMatches = () =>
    options.map((option) => ({ option, fit: fuzzyMatchRank(option, words) })).filter(({ fit }) => fit < matchRanks.not)
  return (found.length > 0 ? found : fuzzyMatches()).sort((a, b) => a.fit - b.fit).map(({ option }) => option)
}

/**
 * The one gemeente somebody means who typed this and chose nothing: its very name, or the start of a word that only one
 * has (four letters at least). Undefined when there is a doubt, as with "Bergen", or a typing error.
 */
export function municipalityFromText<Option extends MunicipalityOption>(
  options: readonly Option[],
  text: string,
): Option | undefined {
  const words = queryWords(text)
  if (words.length === 0) return undefined
  const ranked = options.map((option) => ({ option, rank: matchRank(option, words) }))
  const exact = ranked.filter(({ rank }) => rank === matchRanks.exact)
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.option : undefined
  if (words.join('').length < 4) return undefined
  const [first, second] = ranked.filter(({ rank }) => rank <= matchRanks.wordStart)
  return second ? undefined : first?.option
}

/**
 * The gemeente whose mail domain (or a subdomain of it) this address has. Undefined for an unknown domain, and for one
 * that several gemeenten use: a guess would put people in the wrong place.
 */
export function municipalityForEmail(options: readonly MunicipalityOption[], email: string): string | undefined {
  const host = email.includes('@') ? email.trim().toLowerCase().split('@').pop() : undefined
  if (!host) return undefined
  const owners = options.filter(({ domains }) =>
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`)),
  )
  return owners.length === 1 ? owners[0]?.value : undefined
}

// How well a name fits, best first.
const matchRanks = { exact: 0, start: 1, wordStart: 2, inside: 3, not: 4 } as const

// "Gemeente Utrecht" and "St. Michielsgestel"; a lone "gem" or "st" may be the start of another name.
function queryWords(query: string): string[] {
  return foldedWords(query).flatMap((word, index, { length }) => {
    const hasNext = index < length - 1
    if (word === 'gemeente' || (hasNext && word === 'gem')) return []
    return hasNext && word === 'st' ? ['sint'] : [word]
  })
}

function matchRank(option: MunicipalityOption, words: string[]): number {
  const label = foldedWords(option.label).join('')
  const typed = words.join('')
  if (label === typed) return matchRanks.exact
  // A province in the label ("Bergen (Limburg)") helps to tell apart, yet "Limburg" is no name of Bergen.
  const byLabel = label.startsWith(typed) ? matchRanks.start : matchRanks.not
  return Math.min(byLabel, ...searchableNames(option).map((name) => nameMatchRank(name, words)))
}

function nameMatchRank(name: string[], words: string[]): number {
  const typed = words.join('')
  const whole = name.join('')
  if (whole === typed) return matchRanks.exact
  if (whole.startsWith(typed)) return matchRanks.start
  const startsAtWord = name.some((_, index) => name.slice(index).join('').startsWith(typed))
  if (startsAtWord || words.every((word) => name.some((part) => part.startsWith(word)))) return matchRanks.wordStart
  return whole.includes(typed) ? matchRanks.inside : matchRanks.not
}

/** As `fitOf`, with room for one typing error in every word of five letters or more. */
function fuzzyMatchRank(option: MunicipalityOption, words: string[]): number {
  const matchesAnyName = (compare: (typed: string, name: string) => boolean) =>
    searchableNames(option).some(
      (name) =>
        compare(words.join(''), name.join('')) ||
        words.every((word) => name.some((part) => part.startsWith(word) || compare(word, part))),
    )
  if (matchesAnyName(isNearlyEqual)) return matchRanks.exact
  return matchesAnyName(isNearlyPrefix) ? matchRanks.start : matchRanks.not
}

function isNearlyEqual(typed: string, name: string): boolean {
  return typed.length >= 5 && isWithinOneEdit(foldIjSpelling(typed), foldIjSpelling(name))
}

// Somebody may still be typing, so the start of the name counts too, a letter shorter or longer.
function isNearlyPrefix(typed: string, name: string): boolean {
  return [-1, 0, 1].some((lengthDifference) =>
    isNearlyEqual(typed, foldIjSpelling(name).slice(0, foldIjSpelling(typed).length + lengthDifference)),
  )
}

// "Nieuwegijn" is no typing error but a sound: ei and ij are said alike.
function foldIjSpelling(word: string): string {
  return word.replaceAll('ei', 'ij')
}

/** Every name an option can be found by, in folded words. */
function searchableNames({ label, otherNames, province }: MunicipalityOption): string[][] {
  const qualifier = /\((.+)\)$/.exec(label)?.[1]
  const officialNames = qualifier && qualifier !== province ? [qualifier] : []
  return [withoutQualifier(label), ...officialNames, ...(otherNames ?? [])].map(foldedWords)
}

function withoutQualifier(name: string): string {
  return name.replace(/ \(.+\)$/, '')
}

/**
 * The words of a name without what people leave out or write in their own way: capitals, accents, apostrophes and
 * hyphens; y and ij count as the same letter ("IJsselstein", "Ysselstein"), as does the ligature ĳ.
 */
function foldedWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('y', 'ij')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '')
}

/** True when one letter too many, too few, another, or two swapped ones turn `a` into `b`; also when they are equal. */
function isWithinOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return isWithinOneEdit(b, a)
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const swapped = a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2)
  if (a.length === b.length) return swapped || a.slice(start + 1) === b.slice(start + 1)
  return a.slice(start) === b.slice(start + 1)
}
