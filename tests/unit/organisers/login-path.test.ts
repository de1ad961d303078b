import { describe, expect, test } from 'vitest'
import { loginPathReturningTo, safeReturnPath } from '@/lib/organisers/login-path'

const adminHome = '/beheer'
const registrations = '/beheer/sessies/5f0c1f5e-5d0b-4f5e-9d5c-0d7c5b1f2a3b/aanmeldingen'

describe('safeReturnPath', () => {
  test.each([
    adminHome,
    registrations,
    `${registrations}?pagina=2`,
    `${registrations}?zoek=draagvlak+%26+tijd&gemeente=GM0344&provincie=Frysl%C3%A2n&volgorde=-name`,
  ])('keeps the admin path %s', (path) => {
    expect(safeReturnPath(path)).toBe(path)
  })

  test.each([
    undefined,
    '',
    '/',
    'https://example.nl/beheer',
    '//example.nl/beheer',
    '/\\example.nl',
    '/beheer.example.nl',
    '/beheerder',
    '/beheer//example.nl',
    '/beheer/../sessies',
    '/beheer/%2e%2e/sessies',
    '/beheer/@example.nl',
    '/beheer\n',
    '/beheer?naar=https://example.nl',
    '/beheer?x=//example.nl',
    '/beheer?x=%0a\n',
    '/beheer/inloggen',
    '/beheer/inloggen?naar=/beheer',
    '/beheer/eerste-organisator',
    `/beheer/${'a'.repeat(600)}`,
    ['/beheer/sessies'],
  ])('falls back to the admin home page for %j', (path) => {
    expect(safeReturnPath(path)).toBe(adminHome)
  })
})

test('loginPathReturningTo remembers the requested page', () => {
  expect(loginPathReturningTo(adminHome)).toBe('/beheer/inloggen')
  const link = new URL(loginPathReturningTo(`${registrations}?pagina=2`), 'http://localhost')
  expect(link.pathname).toBe('/beheer/inloggen')
  expect(safeReturnPath(link.searchParams.get('naar'))).toBe(`${registrations}?pagina=2`)
})
