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

describe('the sign-up form', () => {
  it('takes what a person fills in and gives clean values', () => {
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

  it('asks for everything but what may stay empty', () => {
    expect(reasons(emptyRegistrationValues(questions))).toEqual({
      name: 'missing',
      email: 'missing',
      municipality: 'missing',
      role: 'missing',
      'answers.een': 'missing',
      contactWish: 'missing',
    })
  })

  it('says all there is to mend at once, also when a field of a choice is among it', () => {
    expect(reasons({ ...filledIn, name: '', municipality: 'other', contactWish: 'phone' })).toEqual({
      name: 'missing',
      organisation: 'missing',
      phone: 'missing',
    })
  })

  it('keeps an organisation only without a gemeente, and a telephone number only with the wish', () => {
    const other = schema.parse({
      ...filledIn,
      municipality: 'other',
      organisation: 'Voorbeeldschool',
      phone: '0612345678',
    })
    expect(other).toMatchObject({ municipalityCode: null, organisation: 'Voorbeeldschool', phone: null })
    expect(schema.parse(withField('organisation', 'Iets')).organisation).toBeNull()
  })

  it.each(['0612345678', '+31 (0)6-1234 5678', '030 - 789 20 00'])('takes the telephone number %s', (phone) => {
    expect(reasons({ ...filledIn, contactWish: 'phone', phone })).toEqual({})
  })

  it.each(['bel me', '12'])('does not take the telephone number %s', (phone) => {
    expect(reasons({ ...filledIn, contactWish: 'phone', phone })).toEqual({ phone: 'invalid' })
  })

  it.each([
    'naam',
    'naam@',
    '@gemeente.nl',
    'naam@gemeente',
    'a b@gemeente.nl',
    'naam@gemeente.nl, ander@x.nl',
    'naam@gemeente.nl/x',
    'naam@gemeente.nl:25',
    'naam@exa%6dple.nl',
    'naam@127.0.0.1',
    'ander@x.nl naam@münchen.example',
  ])('does not take the address %s', (email) =>
    expect(reasons(withField('email', email))).toEqual({ email: 'invalid' }),
  )

  it('takes an address with spaces around it and capitals in it', () => {
    expect(schema.parse(withField('email', '  Naam.Van@Gemeente.NL ')).email).toBe('Naam.Van@Gemeente.NL')
  })

  it('takes an address whose domain has letters of another alphabet', () => {
    expect(reasons(withField('email', 'naam@sûdwest-fryslân.example'))).toEqual({})
  })

  it.each(['\u200b\u200b', '\u00ad', '\u3164', '\u2800', '\u2060 \u200d'])(
    'takes a name of which nothing can be seen (%j) for none',
    (name) => expect(reasons(withField('name', name))).toEqual({ name: 'missing' }),
  )

  it('does not look at what this person is not asked', () => {
    const hidden = { phone: '0'.repeat(limits.phone + 1), organisation: 'x'.repeat(limits.organisation + 1) }
    expect(schema.parse({ ...filledIn, ...hidden })).toMatchObject({ phone: null, organisation: null })
    expect(reasons({ ...filledIn, ...hidden, municipality: 'other', contactWish: 'phone' })).toEqual({
      phone: 'too-long',
      organisation: 'too-long',
    })
  })

  it('counts the room of a field to the character', () => {
    expect(reasons(withField('name', 'x'.repeat(limits.name)))).toEqual({})
    expect(reasons(withField('name', 'x'.repeat(limits.name + 1)))).toEqual({ name: 'too-long' })
  })

  it('refuses an answer to a question that it does not ask', () => {
    expect(reasons(withField('answers', { ...filledIn.answers, vreemd: 'Hallo' }))).toEqual({
      answers: 'unknown-question',
    })
  })

  it.each([null, 7, [], {}, undefined, true])('refuses %j where a string belongs, without falling over', (value) => {
    for (const field of Object.keys(filledIn) as (keyof RegistrationValues)[]) {
      const changed = schema.safeParse(withField(field, value))
      expect(changed.success).toBe(false)
    }
  })

  it.each(naughtyStrings)('meets %j in every field with a value that can be stored, or a reason', (text) => {
    const everywhere = Object.fromEntries(Object.keys(filledIn).map((field) => [field, text]))
    const parsed = schema.safeParse({ ...everywhere, answers: { een: text, twee: text } })
    expect(parsed.success).toBe(false)
    const kept = schema.safeParse({
      ...filledIn,
      name: `N ${text}`.slice(0, limits.name),
      needs: text.slice(0, limits.needs),
    })
    expect(kept.success).toBe(true)
    expect(JSON.stringify(kept.data)).not.toMatch(/\\u0000|\\ud[89a-f]/)
    expect(kept.data?.name).not.toMatch(/[\r\n]/)
  })
})

describe('a question with choices', () => {
  const choice = { id: 'drie', label: 'Wat past?', hint: null, options: ['Een', 'Twee, of meer', 'Drie'] }
  const answer = (kind: 'one' | 'several', drie: unknown, required = true) => {
    const { data, error } = registrationSchema([{ ...choice, kind, required }]).safeParse({
      ...filledIn,
      answers: { drie },
    })
    return data?.answers.drie ?? error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }

  it('takes what the form offers, each once and in its order, one a line', () => {
    expect(answer('one', 'Twee, of meer')).toBe('Twee, of meer')
    expect(answer('several', 'Drie\nEen\nDrie')).toBe('Een\nDrie')
    expect(answer('several', '', false)).toBe('')
  })

  it('refuses what it does not offer, more than one where one is asked, and nothing where something is', () => {
    expect(answer('one', '')).toEqual(['answers.drie: missing'])
    expect(answer('several', '\n')).toEqual(['answers.drie: missing'])
    expect(answer('one', 'Een\nDrie')).toEqual(['answers.drie: invalid'])
    expect(answer('one', undefined)).toEqual(['answers.drie: missing'])
    for (const text of naughtyStrings.filter((naughty) => naughty.trim() !== ''))
      expect(answer('several', text)).toEqual(['answers.drie: invalid'])
  })
})
