import { monthAndYear } from '@/lib/platform/time'
import { detailsLimits } from './details-schema'

/** An address from a title, of whole words while they fit; empty when nothing in it can stand in an address. */
export function slugify(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (slug.length <= detailsLimits.slug) return slug
  const cut = slug.slice(0, detailsLimits.slug + 1)
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : detailsLimits.slug)
}

/** The address that was filled in, or one from the title; with nothing in that either, only the word for what it is. */
export const resolveSlug = ({ slug, title }: { slug: string; title: string }) =>
  slug || slugify(title) || 'kennissessie'

const suffixLength = '-september-2026'.length
/** What every address that could stand in for this one begins with. */
export const slugPrefix = (wanted: string) => wanted.slice(0, detailsLimits.slug - suffixLength)

type SlugCandidate = { wanted: string; startsAt: Date | null; taken: ReadonlySet<string> }

/** This address, else with the month of the session behind it, else with the first number from 2 on that makes it a free one. */
export function firstFreeSlug({ wanted, startsAt, taken }: SlugCandidate): string {
  const withSuffix = (suffix: string) => {
    const maxLength = detailsLimits.slug - suffix.length - 1
    return `${wanted.slice(0, maxLength).replace(/-$/, '')}-${suffix}`
  }
  if (!taken.has(wanted)) return wanted
  const withMonth = startsAt && withSuffix(monthAndYear(startsAt).replace(' ', '-'))
  if (withMonth && !taken.has(withMonth)) return withMonth
  let number = 2
  while (taken.has(withSuffix(String(number)))) number += 1
  return withSuffix(String(number))
}
