import { monthAndYear } from '@/lib/platform/time'
import { detailsLimits } from './details-schema'

/** Returns a slug of as many whole words of the title as fit, or '' when it has no letter or digit for a slug. */
export function slugify(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (slug.length <= detailsLimits.slug) return slug
  const cut = slug.slice(0, detailsLimits.slug + 1)
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : detailsLimits.slug)
}

/** Returns the slug that the organiser typed, else one made from the title, else 'kennissessie'. */
export const resolveSlug = ({ slug, title }: { slug: string; title: string }) =>
  slug || slugify(title) || 'kennissessie'

/** Returns the start that `wanted` shares with every slug that `firstFreeSlug` can return for it. */
export const slugPrefix = (wanted: string) => wanted.slice(0, detailsLimits.slug - '-september-2026'.length)

type SlugCandidate = { wanted: string; startsAt: Date | null; taken: ReadonlySet<string> }

/** Returns the wanted slug if free, else with the month of the session added, else with the first free number from 2. */
export function firstFreeSlug({ wanted, startsAt, taken }: SlugCandidate): string {
  const withSuffix = (suffix: string) => {
    const maxLength = detailsLimits.slug - suffix.length - 1
    return `${wanted.slice(0, maxLength).replace(/-$/, '')}-${suffix}`
  }
  const alternatives = startsAt ? [withSuffix(monthAndYear(startsAt).replace(' ', '-'))] : []
  const free = [wanted, ...alternatives].find((slug) => !taken.has(slug))
  if (free) return free
  let number = 2
  while (taken.has(withSuffix(String(number)))) number += 1
  return withSuffix(String(number))
}
