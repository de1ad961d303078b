import { describe, expect, it, test } from 'vitest'
import { detailsLimits, detailsSchema } from '@/lib/sessions/details-schema'
import { questionLimits, questionSchema } from '@/lib/sessions/form-questions-schema'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'

const formValues = {
  title: ' Aan de  slag ',
  slug: ' Aan-de-Slag ',
  summary: 'Kort.',
  body: '## Waarom?\r\n\r\nDaarom.',
  audience: 'Voor iedereen.',
  organisedBy: 'Voorbeeld',
  contactName: 'Sam Voorbeeld',
  contactEmail: 'sam@example.nl',
}
const reasons = (schema: typeof detailsSchema | typeof questionSchema, values: object) => {
  const { error } = schema.safeParse(values)
  return Object.fromEntries(error?.issues.map(({ path, message }) => [path.join('.'), message]).reverse() ?? [])
}

describe('detailsSchema', () => {
  it('cleans whitespace, line ends and case', () => {
    expect(detailsSchema.parse(formValues)).toEqual({
      ...formValues,
      title: 'Aan de slag',
      slug: 'aan-de-slag',
      body: '## Waarom?\n\nDaarom.',
    })
  })

  it('requires every field except the slug', () => {
    const empty = Object.fromEntries(Object.keys(formValues).map((field) => [field, ' \u2800\u200b']))
    const { slug, ...rest } = reasons(detailsSchema, { ...empty, slug: '' })
    expect(slug).toBeUndefined()
    expect(new Set(['slug', ...Object.keys(rest)])).toEqual(new Set(Object.keys(formValues)))
    expect(new Set(Object.values(rest))).toEqual(new Set(['missing']))
  })

  test.each(Object.entries(detailsLimits))('limits %s to %i characters', (field, max) => {
    expect(reasons(detailsSchema, { ...formValues, [field]: 'a'.repeat(max + 1) })[field]).toBe('too-long')
    expect(reasons(detailsSchema, { ...formValues, [field]: 'a'.repeat(max) })[field]).not.toBe('too-long')
  })

  test.each(['a b', '-a', 'a-', 'a--b', 'é', '../beheer', 'a/b', '%00', 'a?b'])('refuses %j as a slug', (slug) => {
    expect(reasons(detailsSchema, { ...formValues, slug })).toEqual({ slug: 'invalid' })
  })

  test.each([
    ['![Twaalf stroken](/beelden/a.svg "Bijschrift")', undefined],
    ['[een link](https://example.nl)', undefined],
    ['![](/beelden/a.svg)', 'image-without-alt'],
    ['![ ](/beelden/a.svg)', 'image-without-alt'],
    ['![Een kaart](https://example.nl/a.png)', 'external-image'],
    ['![Een kaart](//example.nl/a.png)', 'external-image'],
    ['![Een kaart](</\\example.nl/a.png>)', 'external-image'],
    ['![Een kaart](kaart.png)', 'external-image'],
  ])('reports %j as %s', (body, reason) => {
    expect(reasons(detailsSchema, { ...formValues, body }).body).toBe(reason)
  })

  it('never throws on hostile input', () => {
    for (const text of naughtyStrings) {
      const everywhere = Object.fromEntries(Object.keys(formValues).map((field) => [field, text]))
      expect(() => detailsSchema.safeParse(everywhere)).not.toThrow()
    }
    expect(detailsSchema.safeParse({}).success).toBe(false)
  })
})

describe('questionSchema', () => {
  const question = { label: 'Waar sta je?', hint: '', required: 'on', kind: 'one', options: ' Begin \r\n\r\nMidden\n' }
  const wrong = (different: object) => reasons(questionSchema, { ...question, ...different })

  it('splits the options by line and drops those of a free-text question', () => {
    expect(questionSchema.parse(question)).toEqual({
      ...question,
      hint: null,
      required: true,
      options: ['Begin', 'Midden'],
    })
    expect(questionSchema.parse({ ...question, kind: 'text', required: '' })).toMatchObject({
      options: [],
      required: false,
    })
  })

  test.each([
    [{ label: ' ' }, { label: 'missing' }],
    [{ label: 'x'.repeat(questionLimits.label + 1) }, { label: 'too-long' }],
    [{ hint: 'x'.repeat(questionLimits.hint + 1) }, { hint: 'too-long' }],
    [{ kind: 'ranking' }, { kind: 'missing' }],
    [{ options: 'Begin' }, { options: 'too-few' }],
    [{ options: 'Begin\n Begin' }, { options: 'twice' }],
    [{ options: `Begin\n${'x'.repeat(questionLimits.option + 1)}` }, { options: 'too-long' }],
    [{ options: Array.from({ length: questionLimits.options + 1 }, (_, i) => i).join('\n') }, { options: 'too-many' }],
  ])('refuses %j', (different, expected) => {
    expect(wrong(different)).toEqual(expected)
  })
})
