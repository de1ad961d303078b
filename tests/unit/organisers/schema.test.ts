import { expect, test } from 'vitest'
import { firstOrganiserSchema, loginSchema } from '@/lib/organisers/schema'

const good = { name: 'Voorbeeld', email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

function reasons(input: unknown) {
  const parsed = firstOrganiserSchema.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

test('a password is kept as typed: spaces, accents and signs count', () => {
  for (const password of ['  spaties eromheen  ', 'wäch†wöord 🔑🔑🔑', 'a'.repeat(128)]) {
    expect(firstOrganiserSchema.parse({ ...good, password }).password).toBe(password)
    expect(loginSchema.parse({ ...good, password }).password).toBe(password)
  }
})

test('length is the only rule for what can be typed as a password', () => {
  expect(reasons({ ...good, password: 'a'.repeat(12) })).toEqual([])
  expect(reasons({ ...good, password: 'a'.repeat(11) })).toEqual(['password too-short'])
  expect(reasons({ ...good, password: 'a'.repeat(129) })).toEqual(['password too-long'])
})

test('a password with a NUL is refused: at the end of it the hash would not see it', () => {
  expect(reasons({ ...good, password: `${good.password}\u0000` })).toEqual(['password invalid'])
})

test('logging in asks no length: what is wrong is wrong', () => {
  expect(loginSchema.safeParse({ ...good, password: 'kort' }).success).toBe(true)
})

test('an address loses the spaces around it and its capitals', () => {
  expect(loginSchema.parse({ ...good, email: ' Voorbeeld@Example.NL\n' }).email).toBe('voorbeeld@example.nl')
})

test('each empty field is missing, and nothing else', () => {
  const missing = ['name missing', 'email missing', 'password missing']
  expect(reasons({ name: ' ', email: '', password: '' })).toEqual(missing)
  expect(reasons({})).toEqual(missing)
  expect(reasons({ name: {}, email: [], password: 1 })).toEqual(missing)
})

test('an address that is none, and texts that are too long, say so', () => {
  expect(reasons({ ...good, email: 'geen adres' })).toEqual(['email invalid'])
  expect(reasons({ ...good, name: 'a'.repeat(121) })).toEqual(['name too-long'])
})
