import { expect, test } from 'vitest'
import { firstOrganiserSchema, loginSchema } from '@/lib/organisers/schema'

const valid = { name: 'Voorbeeld', email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

function reasons(input: unknown) {
  const parsed = firstOrganiserSchema.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

test('keeps a password as typed, with spaces, accents and emoji', () => {
  for (const password of ['  spaties eromheen  ', 'wäch†wöord 🔑🔑🔑', 'a'.repeat(128)]) {
    expect(firstOrganiserSchema.parse({ ...valid, password }).password).toBe(password)
    expect(loginSchema.parse({ ...valid, password }).password).toBe(password)
  }
})

test('accepts any password of 12 to 128 characters', () => {
  expect(reasons({ ...valid, password: 'a'.repeat(12) })).toEqual([])
  expect(reasons({ ...valid, password: 'a'.repeat(11) })).toEqual(['password too-short'])
  expect(reasons({ ...valid, password: 'a'.repeat(129) })).toEqual(['password too-long'])
})

test('refuses a password with a NUL, which the hash could ignore', () => {
  expect(reasons({ ...valid, password: `${valid.password}\u0000` })).toEqual(['password invalid'])
})

test('has no minimum password length for login', () => {
  expect(loginSchema.safeParse({ ...valid, password: 'kort' }).success).toBe(true)
})

test('trims and lower-cases an address', () => {
  expect(loginSchema.parse({ ...valid, email: ' Voorbeeld@Example.NL\n' }).email).toBe('voorbeeld@example.nl')
})

test('cleans the name of an organiser', () => {
  const name = ' Noor\u2028de\uffff\u202e\ud800 Voorbeeld\u0000'
  expect(firstOrganiserSchema.parse({ ...valid, name }).name).toBe('Noor de Voorbeeld')
  expect(reasons({ ...valid, name: '\u200b\u3164' })).toEqual(['name missing'])
})

test('reports each empty field as missing', () => {
  const missing = ['name missing', 'email missing', 'password missing']
  expect(reasons({ name: ' ', email: '', password: '' })).toEqual(missing)
  expect(reasons({})).toEqual(missing)
  expect(reasons({ name: {}, email: [], password: 1 })).toEqual(missing)
})

test('reports an invalid address and a too long name', () => {
  expect(reasons({ ...valid, email: 'geen adres' })).toEqual(['email invalid'])
  expect(reasons({ ...valid, name: 'a'.repeat(121) })).toEqual(['name too-long'])
})
