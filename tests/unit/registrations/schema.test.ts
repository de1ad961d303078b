import { describe, expect, it } from 'vitest'
import { emptyRegistrationValues } from '@/components/registration-form/registration-values'
import { limits, type RegistrationValues, registrationSchema } from '@/lib/registrations/schema'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'

const open = { hint: null, kind: 'text' as const, options: [] }
const questions = [
  { ...open, id: 'een', label: 'Waar sta je?', required: true },
  { ...open, id: 'twee', label: 'Nog iets?', required: false },
]
const schema = registrationSchema(questions)

const filledIn: RegistrationValues = {
  name: 'Voorbeeld',
  email: 'voorbeeld@example.nl',
  municipality: 'GM0344',
  organisation: '',
  role: 'adviseur',
  answers: { een: 'Aan het begin', twee: '' },
  contactWish: 'none',
  phone: '',
  needs: '',
}
const reasons = (values: unknown) => {
  const parsed = schema.safeParse(values)
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}
const withField = (field: keyof RegistrationValues, value: unknown) => ({ ...filledIn, [field]: value })

describe('registrationSchema', () => {
  it('accepts a complete form and returns clean values', () => {
    expect(
      schema.parse({ ...filledIn, name: '  Jan   van \t Voorbeeld ', answers: { een: 'a\r\nb', twee: '' } }),
    ).toEqual({
      name: 'Jan van Voorbeeld',
      email: 'voorbeeld@example.nl',
      municipalityCode: 'GM0344',
      organisation: null,
      role: 'adviseur',
      answers: { een: 'a\nb', twee: '' },
      contactWish: 'none',
      phone: null,
      needs: null,
    })
  })

  it('reports every required field of an empty form', () => {
    expect(reasons(emptyRegistrationValues(questions))).toEqual({
      name: 'missing',
      email: 'missing',
      municipality: 'missing',
      role: 'missing',
      'answers.een': 'missing',
      contactWish: 'missing',
    })
  })

  it('reports plain and conditional fields together', () => {
    expect(reasons({ ...filledIn, name: '', municipality: 'other', contactWish: 'phone' })).toEqual({
      name: 'missing',
      organisation: 'missing',
      phone: 'missing',
    })
  })

  it('keeps an organisation only without a municipality and a phone number only with the wish to be phoned', () => {
    const other = schema.parse({
      ...filledIn,
      municipality: 'other',
      organisation: 'Voorbeeldschool',
      phone: '0612345678',
    })
    expect(other).toMatchObject({ municipalityCode: null, organisation: 'Voorbeeldschool', phone: null })
    expect(schema.parse(withField('organisation', 'Iets')).organisation).toBeNull()
  })

  it.each(['0612345678', '+31 (0)6-1234 5678', '030 - 789 20 00'])('accepts the phone number %s', (phone) => {
    expect(reasons({ ...filledIn, contactWish: 'phone', phone })).toEqual({})
  })

  it.each(['bel me', '12'])('rejects the phone number %s', (phone) => {
    expect(reasons({ ...filledIn, contactWish: 'phone', phone })).toEqual({ phone: 'invalid' })
  })

  it.each([
    'naam',
    'naam@',
    '@gemeente.nl',
    'naam@gemeente',
    'a b@gemeente.nl',
    'naam@gemeente.nl/x',
    'naam@gemeente.nl:25',
    'naam@exa%6dple.nl',
    'naam@127.0.0.1',
  ])('rejects the email address %s', (email) =>
    expect(reasons(withField('email', email))).toEqual({ email: 'invalid' }),
  )

  it.each(['naam@gemeente.nl, ander@x.nl', 'ander@x.nl naam@münchen.example'])(
    'rejects two email addresses: %s',
    (email) => expect(reasons(withField('email', email))).toEqual({ email: 'several' }),
  )

  it('trims an email address and keeps its capitals', () => {
    expect(schema.parse(withField('email', '  Naam.Van@Gemeente.NL ')).email).toBe('Naam.Van@Gemeente.NL')
  })

  it('accepts an email address with an internationalised domain', () => {
    expect(reasons(withField('email', 'naam@sûdwest-fryslân.example'))).toEqual({})
  })

  it.each(['\u200b\u200b', '\u00ad', '\u3164', '\u2800', '\u2060 \u200d'])(
    'treats a name without a visible character (%j) as missing',
    (name) => expect(reasons(withField('name', name))).toEqual({ name: 'missing' }),
  )

  it('ignores hidden fields and checks the same fields once they are shown', () => {
    const hidden = { phone: '0'.repeat(limits.phone + 1), organisation: 'x'.repeat(limits.organisation + 1) }
    expect(schema.parse({ ...filledIn, ...hidden })).toMatchObject({ phone: null, organisation: null })
    expect(reasons({ ...filledIn, ...hidden, municipality: 'other', contactWish: 'phone' })).toEqual({
      phone: 'too-long',
      organisation: 'too-long',
    })
  })

  it('accepts a field up to its limit and rejects one character more', () => {
    expect(reasons(withField('name', 'x'.repeat(limits.name)))).toEqual({})
    expect(reasons(withField('name', 'x'.repeat(limits.name + 1)))).toEqual({ name: 'too-long' })
  })

  it('rejects an answer to an unknown question', () => {
    expect(reasons(withField('answers', { ...filledIn.answers, vreemd: 'Hallo' }))).toEqual({
      answers: 'unknown-question',
    })
  })

  it.each([null, 7, [], {}, undefined, true])('rejects %j where a string belongs without throwing', (value) => {
    for (const field of Object.keys(filledIn) as (keyof RegistrationValues)[]) {
      const changed = schema.safeParse(withField(field, value))
      expect(changed.success).toBe(false)
    }
  })

  it.each(naughtyStrings)('either rejects %j or returns a value that can be stored', (text) => {
    const everywhere = Object.fromEntries(Object.keys(filledIn).map((field) => [field, text]))
    const parsed = schema.safeParse({ ...everywhere, answers: { een: text, twee: text } })
    expect(parsed.success).toBe(false)
    const kept = schema.safeParse({
      ...filledIn,
      role: `N ${text}`.slice(0, limits.role),
      needs: text.slice(0, limits.needs),
    })
    expect(kept.success).toBe(true)
    expect(JSON.stringify(kept.data)).not.toMatch(/\\u0000|\\ud[89a-f]/)
    expect(kept.data?.role).not.toMatch(/[\r\n]/)
  })
})

describe('registrationSchema with a choice question', () => {
  const choice = { id: 'drie', label: 'Wat past?', hint: null, options: ['Een', 'Twee, of meer', 'Drie'] }
  const answer = (kind: 'one' | 'several', drie: unknown, required = true) => {
    const { data, error } = registrationSchema([{ ...choice, kind, required }]).safeParse({
      ...filledIn,
      answers: { drie },
    })
    return data?.answers.drie ?? error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }

  it('returns the chosen options once, in form order, one a line', () => {
    expect(answer('one', 'Twee, of meer')).toBe('Twee, of meer')
    expect(answer('several', 'Drie\nEen\nDrie')).toBe('Een\nDrie')
    expect(answer('several', '', false)).toBe('')
  })

  it('rejects unknown options, several options of a single choice, and a missing required choice', () => {
    expect(answer('one', '')).toEqual(['answers.drie: missing'])
    expect(answer('several', '\n')).toEqual(['answers.drie: missing'])
    expect(answer('one', 'Een\nDrie')).toEqual(['answers.drie: invalid'])
    expect(answer('one', undefined)).toEqual(['answers.drie: missing'])
    for (const text of naughtyStrings.filter((naughty) => naughty.trim() !== ''))
      expect(answer('several', text)).toEqual(['answers.drie: invalid'])
  })
})
