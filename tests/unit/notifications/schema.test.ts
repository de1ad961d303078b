import { describe, expect, test } from 'vitest'
import { sampleMail } from '@/emails/parts/sample-data'
import { adaptableKinds } from '@/lib/notifications/kinds/registry'
import { customMessageSchema, placeholders, templateLimits, templateOverrideSchema } from '@/lib/notifications/schema'
import { getDefaultTemplate } from '@/lib/notifications/template-overrides'

const reasonsOf = (subject: string, text = 'Dag {naam}') =>
  templateOverrideSchema.safeParse({ subject, text }).error?.issues.map(({ path, message }) => `${path}: ${message}`) ??
  []

describe('the schema of a template', () => {
  test('accepts every placeholder', () => {
    const all = placeholders.map((name) => `{${name}}`).join(' ')
    expect(reasonsOf(all, all)).toEqual([])
  })

  test.each([
    '{voornaam}',
    '{Naam}',
    '{ naam }',
    '{{naam}',
    '{naam',
    'naam}',
    '{}',
    '${naam} {x}',
    '{naam}{gemeenten}',
  ])('refuses other text between braces: %s', (subject) => {
    expect(reasonsOf(subject)).toEqual([expect.stringMatching(/^subject: unknown-placeholder:.*[{}]/)])
  })

  test('names the unknown placeholder', () => {
    expect(reasonsOf('Hoi', 'Dag {naam}, {voornaam} en {achternaam}')).toEqual(['text: unknown-placeholder:{voornaam}'])
  })

  test.each(['[hier](https://example.nl/{naam})', 'https://example.nl/?q={gemeente}', '<mailto:{naam}@example.nl>'])(
    'refuses a placeholder inside a link: %s',
    (text) => expect(reasonsOf('Hoi', text)).toEqual(['text: placeholder-in-link']),
  )

  test('accepts empty fields and removes control characters', () => {
    const typed = { subject: ' a\r\n\u0000b ', text: 'een\r\ntwee\u0007\n' }
    expect(templateOverrideSchema.parse(typed)).toEqual({ subject: 'a b', text: 'een\ntwee' })
    expect(templateOverrideSchema.parse({ subject: '', text: ' ' })).toEqual({ subject: '', text: '' })
  })

  test('refuses fields above their maximum length', () => {
    const { subject, text } = templateLimits
    expect(reasonsOf('x'.repeat(subject), 'x'.repeat(text))).toEqual([])
    expect(reasonsOf('x'.repeat(subject + 1), 'x'.repeat(text + 1))).toEqual(['subject: too-long', 'text: too-long'])
  })

  test('accepts every default template', () => {
    for (const template of adaptableKinds.map(getDefaultTemplate))
      expect(templateOverrideSchema.parse(template)).toEqual(template)
    expect(Object.keys(sampleMail.values).sort()).toEqual([...placeholders].sort())
  })
})

describe('the schema of a custom message', () => {
  const to = { statuses: ['signed-up'], inTime: '', places: [], contactWishes: [], tookPart: false }
  test('requires a subject and a text', () => {
    const { error } = customMessageSchema.safeParse({ subject: ' ', text: '\u0000', to })
    expect(error?.issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'subject: missing',
      'text: missing',
    ])
    expect(customMessageSchema.safeParse({ subject: 'a', text: 'Dag {naam},\n\n', to }).success).toBe(false)
  })

  test.each([
    { statuses: [] },
    { statuses: ['gone'] },
    { inTime: 'maybe' },
    { places: ["GM1' OR 1=1"] },
    { contactWishes: ['fax'] },
  ])('refuses an unknown audience filter: %j', (strange) => {
    const { error } = customMessageSchema.safeParse({ subject: 'a', text: 'b', to: { ...to, ...strange } })
    expect(error?.issues[0]?.path[0]).toBe('to')
  })
})
