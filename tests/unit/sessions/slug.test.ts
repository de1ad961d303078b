import { describe, expect, test } from 'vitest'
import { detailsLimits, detailsSchema } from '@/lib/sessions/details-schema'
import { firstFreeSlug, slugify, slugPrefix } from '@/lib/sessions/slug'

const startsAt = new Date('2022-11-08T14:00:00Z')
const free = (wanted: string, taken: string[], at: Date | null = startsAt) =>
  firstFreeSlug({ wanted, startsAt: at, taken: new Set(taken) })

describe('firstFreeSlug', () => {
  test('returns the wanted slug, else with the month, else with a number', () => {
    expect(free('beleid', ['ander'])).toBe('beleid')
    expect(free('beleid', ['beleid'])).toBe('beleid-november-2022')
    expect(free('beleid', ['beleid', 'beleid-november-2022'])).toBe('beleid-2')
    expect(free('beleid', ['beleid', 'beleid-november-2022', 'beleid-2', 'beleid-3'])).toBe('beleid-4')
    expect(free('beleid', ['beleid'], null)).toBe('beleid-2')
  })

  test('shortens a long slug to fit the suffix', () => {
    const long = `${'aan-de-slag-'.repeat(6)}met-beleid`.slice(0, detailsLimits.slug)
    const found = [free(long, [long]), free(long, [long], null)]
    for (const slug of found) {
      expect(detailsSchema.shape.slug.safeParse(slug).success, slug).toBe(true)
      expect(slug.startsWith(slugPrefix(long))).toBe(true)
    }
  })
})

describe('slugify', () => {
  test.each([
    ['Kennissessie: aan de slag!', 'kennissessie-aan-de-slag'],
    ['  Één café — «vóór» iedereen ', 'een-cafe-voor-iedereen'],
    ['日本', ''],
    ['', ''],
    [`${'heel '.repeat(16)}lang`, 'heel-'.repeat(16).slice(0, -1)],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('turns %j into a slug', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })
})
