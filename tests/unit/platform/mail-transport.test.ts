import { describe, expect, it } from 'vitest'
import { securedUrl } from '@/lib/platform/mail/transport'

describe('securedUrl', () => {
  it.each([
    ['smtp://naam:geheim@mail.example.nl:587', false],
    ['smtp://naam:geheim@mail.example.nl:587?requireTLS=false', false],
    ['smtp://naam:geheim@mail.example.nl:587?ignoreTLS=true', false],
    ['smtp://naam:geheim@10.0.0.5', false],
    ['smtp://naam:geheim@localhost.example.nl', false],
    ['smtps://naam:geheim@mail.example.nl:465', false],
    ['smtp://smtp.office365.com:587', true],
  ])('requires STARTTLS for a login to another machine: %s', (url, hasOAuth) => {
    const secured = new URL(securedUrl(url, hasOAuth))
    expect(secured.searchParams.getAll('requireTLS')).toEqual(['true'])
    expect([secured.host, secured.username, secured.password]).toEqual(
      [new URL(url)].flatMap(({ host, username, password }) => [host, username, password]),
    )
  })

  it.each([
    ['smtp://naam:geheim@localhost:25', false],
    ['smtp://naam:geheim@127.0.0.1:2525', false],
    ['smtp://naam:geheim@[::1]:2525', false],
    ['smtp://relay.example.nl:25', false],
    ['smtp://127.0.0.1:2525', true],
  ])('leaves a URL without login or to this machine as it is: %s', (url, hasOAuth) => {
    expect(securedUrl(url, hasOAuth)).toBe(url)
  })
})
