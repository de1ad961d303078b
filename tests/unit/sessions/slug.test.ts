import { describe, expect, test } from 'vitest'
import { detailsLimits, detailsSchema } from '@/lib/sessions/details-schema'
import { firstFreeSlug, slugPrefix } from '@/lib/sessions/slug'

const startsAt = new Date('2022-11-08T14:00:00Z')
const free = (wanted: string, taken: string[], at: Date | null = startsAt) =>
  firstFreeSlug({ wanted, startsAt: at, taken: new Set(taken) })

describe('an address that is free', () => {
  test('is the one that was wanted, else with the month, else with a number', () => {
    expect(free('beleid', ['ander'])).toBe('beleid')
    expect(free('beleid', ['beleid'])).toBe('beleid-november-2022')
    expect(free('beleid', ['beleid', 'beleid-november-2022'])).toBe('beleid-2')
    expect(free('beleid', ['beleid', 'beleid-november-2022', 'beleid-2', 'beleid-3'])).toBe('beleid-4')
    expect(free('beleid', ['beleid'], null)).toBe('beleid-2')
  })

  test('fits, also when it has to make room for what comes behind it', () => {
    const long = `${'aan-de-slag-'.repeat(6)}met-beleid`.slice(0, detailsLimits.slug)
    const found = [free(long, [long]), free(long, [long], null)]
    for (const slug of found) {
      expect(detailsSchema.shape.slug.safeParse(slug).success, slug).toBe(true)
      expect(slug.startsWith(slugPrefix(long))).toBe(true)
    }
  })
})
