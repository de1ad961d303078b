import { describe, expect, test } from 'vitest'
import { sampleMail } from '@/emails/parts/sample-data'
import { adaptableKinds } from '@/lib/notifications/kinds/registry'
import { customMessageSchema, placeholders, templateLimits, templateOverrideSchema } from '@/lib/notifications/schema'
import { getDefaultTemplate } from '@/lib/notifications/template-overrides'

const reasonsOf = (subject: string, text = 'Dag {naam}') =>
  templateOverrideSchema.safeParse({ subject, text }).error?.issues.map(({ path, message }) => `${path}: ${message}`) ??
  []

describe('words that an organiser writes', () => {
  test('may hold every placeholder', () => {
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
  ])('may hold nothing else between braces: %s', (subject) => {
    expect(reasonsOf(subject)).toEqual([expect.stringMatching(/^subject: unknown-placeholder:.*[{}]/)])
  })

  test('have the unknown placeholder named', () => {
    expect(reasonsOf('Hoi', 'Dag {naam}, {voornaam} en {achternaam}')).toEqual(['text: unknown-placeholder:{voornaam}'])
  })

  test.each(['[hier](https://example.nl/{naam})', 'https://example.nl/?q={gemeente}', '<mailto:{naam}@example.nl>'])(
    'may not count on a link being filled in: %s',
    (text) => expect(reasonsOf('Hoi', text)).toEqual(['text: placeholder-in-link']),
  )

  test('may be empty, and are cleaned of what nobody types on purpose', () => {
    const typed = { subject: ' a\r\n\u0000b ', text: 'een\r\ntwee\u0007\n' }
    expect(templateOverrideSchema.parse(typed)).toEqual({ subject: 'a b', text: 'een\ntwee' })
    expect(templateOverrideSchema.parse({ subject: '', text: ' ' })).toEqual({ subject: '', text: '' })
  })

  test('have a limit', () => {
    const { subject, text } = templateLimits
    expect(reasonsOf('x'.repeat(subject), 'x'.repeat(text))).toEqual([])
    expect(reasonsOf('x'.repeat(subject + 1), 'x'.repeat(text + 1))).toEqual(['subject: too-long', 'text: too-long'])
  })

  test('follow the same rules where they are ours', () => {
    for (const template of adaptableKinds.map(getDefaultTemplate))
      expect(templateOverrideSchema.parse(template)).toEqual(template)
    expect(Object.keys(sampleMail.values).sort()).toEqual([...placeholders].sort())
  })
})

describe('a letter', () => {
  const to = { inTime: '', places: [], contactWishes: [], tookPart: false }
  test('needs a subject and a text', () => {
    const { error } = customMessageSchema.safeParse({ subject: ' ', text: '\u0000', to })
    expect(error?.issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'subject: missing',
      'text: missing',
    ])
    expect(customMessageSchema.safeParse({ subject: 'a', text: 'Dag {naam},\n\n', to }).success).toBe(false)
  })

  test.each([{ inTime: 'maybe' }, { places: ["GM1' OR 1=1"] }, { contactWishes: ['fax'] }])(
    'goes to nobody whom the form does not know: %j',
    (strange) => {
      const { error } = customMessageSchema.safeParse({ subject: 'a', text: 'b', to: { ...to, ...strange } })
      expect(error?.issues[0]?.path[0]).toBe('to')
    },
  )
})
