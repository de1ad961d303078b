import type { Municipality, MunicipalityOption } from './schema'

/** Returns the common name of a municipality, with a different official name in brackets: "Den Haag ('s-Gravenhage)". */
export function municipalityLabel({ name, displayName }: Pick<Municipality, 'name' | 'displayName'>): string {
  if (!displayName) return name
  return withoutQualifier(displayName) === withoutQualifier(name) ? displayName : `${displayName} (${name})`
}

/**
 * Returns the options that match a query, best first: exact name, start of the name, start of a word, inside a word.
 * Tolerates a typing error only when nothing else matches. Equal matches keep their order; an empty query matches all.
 */
export function searchMunicipalities(options: readonly MunicipalityOption[], query: string): MunicipalityOption[] {
  const words = queryWords(query)
  if (words.length === 0) return [...options]
  const found = rankOptions(options, words, matchRank)
  const matches = found.length > 0 ? found : rankOptions(options, words, fuzzyMatchRank)
  return matches.map(({ option }) => option)
}

/**
 * Returns the option that `text` names: by its exact name, or by at least four letters that start a word of one option
 * only. Returns `undefined` when the text is ambiguous ("Bergen") or has a typing error.
 */
export function municipalityFromText(options: readonly MunicipalityOption[], text: string) {
  const words = queryWords(text)
  if (words.length === 0) return undefined
  const ranked = rankOptions(options, words, matchRank)
  const exact = ranked.filter(({ rank }) => rank === matchRanks.exact)
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.option : undefined
  if (words.join('').length < 4) return undefined
  const [first, second] = ranked.filter(({ rank }) => rank <= matchRanks.wordStart)
  return second ? undefined : first?.option
}

/** Returns the options that match `words`, best first. `rankOption` returns the rank of an option; lower is better. */
const rankOptions = (options: readonly MunicipalityOption[], words: string[], rankOption: typeof matchRank) =>
  options
    .map((option) => ({ option, rank: rankOption(option, words) }))
    .filter(({ rank }) => rank < matchRanks.none)
    .sort((a, b) => a.rank - b.rank)

/**
 * Returns the CBS code of the municipality with the domain of an email address, or with a parent domain.
 * Returns `undefined` for an unknown domain, and for one that several municipalities share.
 */
export function municipalityForEmail(options: readonly MunicipalityOption[], email: string): string | undefined {
  const [, host] = /@([^@]+)$/.exec(email.trim().toLowerCase()) ?? []
  if (!host) return undefined
  const owners = options.filter(({ domains }) => domains.some((domain) => `.${host}`.endsWith(`.${domain}`)))
  return owners.length === 1 ? owners[0]?.value : undefined
}

const matchRanks = { exact: 0, start: 1, wordStart: 2, inside: 3, none: 4 } as const

/**
 * Returns the words of a query without "gemeente" and "gem", with "sint" for "st". Keeps "gem" or "st" as the last word,
 * because it may be an unfinished name.
 */
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
  // A province in the label ("Bergen (Limburg)") is not a name of the municipality.
  const byLabel = label.startsWith(typed) ? matchRanks.start : matchRanks.none
  return Math.min(byLabel, ...searchableNames(option).map((name) => nameMatchRank(name, words)))
}

function nameMatchRank(name: string[], words: string[]): number {
  const typed = words.join('')
  const whole = name.join('')
  if (whole === typed) return matchRanks.exact
  if (whole.startsWith(typed)) return matchRanks.start
  const startsAtWord = name.some((_, index) => name.slice(index).join('').startsWith(typed))
  if (startsAtWord || words.every((word) => name.some((part) => part.startsWith(word)))) return matchRanks.wordStart
  return whole.includes(typed) ? matchRanks.inside : matchRanks.none
}

/** Returns the rank of an option (0 is best), allowing one typing error in each word of at least five letters. */
function fuzzyMatchRank(option: MunicipalityOption, words: string[]): number {
  const matchesAnyName = (compare: (typed: string, name: string) => boolean) =>
    searchableNames(option).some(
      (name) =>
        compare(words.join(''), name.join('')) ||
        words.every((word) => name.some((part) => part.startsWith(word) || compare(word, part))),
    )
  if (matchesAnyName(isNearlyEqual)) return matchRanks.exact
  return matchesAnyName(isNearlyPrefix) ? matchRanks.start : matchRanks.none
}

const isNearlyEqual = (typed: string, name: string) =>
  typed.length >= 5 && isWithinOneEdit(foldIjSpelling(typed), foldIjSpelling(name))

/** Returns whether `name` starts with `typed`, allowing one missing, extra, wrong or swapped letter. */
const isNearlyPrefix = (typed: string, name: string) =>
  [-1, 0, 1].some((lengthDifference) =>
    isNearlyEqual(typed, foldIjSpelling(name).slice(0, foldIjSpelling(typed).length + lengthDifference)),
  )

/** Replaces "ei" by "ij", which sound alike in Dutch, so that "Nieuwegijn" matches "Nieuwegein". */
const foldIjSpelling = (word: string) => word.replaceAll('ei', 'ij')

/** Returns the names by which a search finds an option, each split by `foldedWords`. */
function searchableNames({ label, otherNames, province }: MunicipalityOption): string[][] {
  const qualifier = /\((.+)\)$/.exec(label)?.[1]
  const officialNames = qualifier && qualifier !== province ? [qualifier] : []
  return [withoutQualifier(label), ...officialNames, ...(otherNames ?? [])].map(foldedWords)
}

/** Returns whether a name of the option contains the text, regardless of case, accents, spaces and punctuation. */
export function hasNamePart({ label, otherNames = [] }: MunicipalityOption, text: string): boolean {
  const typed = foldedWords(text).join('')
  return typed !== '' && [label, ...otherNames].some((name) => foldedWords(name).join('').includes(typed))
}

/** Removes the final part in brackets: "Bergen (L.)" becomes "Bergen". */
export const withoutQualifier = (name: string) => name.replace(/ \(.+\)$/, '')

/**
 * Splits a name into words without capitals, accents, apostrophes and hyphens.
 * Folds y, ij and the ligature ĳ into one spelling ("IJsselstein", "Ysselstein").
 */
const foldedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('y', 'ij')
    .match(/[\p{Letter}\p{Number}]+/gu) ?? []

/** Returns whether at most one inserted, deleted, replaced or swapped letter turns `a` into `b`. */
function isWithinOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return isWithinOneEdit(b, a)
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const swapped = a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2)
  if (a.length === b.length) return swapped || a.slice(start + 1) === b.slice(start + 1)
  return a.slice(start) === b.slice(start + 1)
}
