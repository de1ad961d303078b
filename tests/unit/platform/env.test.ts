import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/platform/env'

describe('the settings', () => {
  it('need nothing to be set', () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info', TRUSTED_PROXIES: 0 })
  })

  it('take an empty variable for one that is not set', () => {
    expect(readEnv({ PORT: '', SMTP_URL: '', DATABASE_URL: '', ORGANISER_EMAIL: '' })).toMatchObject({ PORT: 3000 })
  })

  it.each([
    ['PORT', 'tachtig'],
    ['PORT', '70000'],
    ['SITE_URL', 'zonder-protocol.test'],
    ['DATABASE_URL', 'mysql://geheim/x'],
    ['SMTP_URL', 'zonder-protocol.test'],
    ['MAIL_FROM', 'zomaar iets'],
    ['APP_SECRET', 'kort'],
    ['ORGANISER_EMAIL', 'geen adres'],
    ['ORGANISER_PASSWORD', 'elf tekens.'],
    ['TRUSTED_PROXIES', '-1'],
    ['SIGNUP_MIN_SECONDS', 'x'],
    ['LOG_LEVEL', 'luid'],
  ])('name %s when it is %j, and not what it held', (name, value) => {
    const read = () => readEnv({ ORGANISER_EMAIL: 'a@example.nl', ORGANISER_PASSWORD: 'lang genoeg zo', [name]: value })
    expect(read).toThrow(`${name} moet zijn`)
    if (value.length > 2) expect(read).not.toThrow(value)
  })

  it('want organiser address and password together, and a sender beside a mail server', () => {
    expect(() => readEnv({ ORGANISER_EMAIL: 'a@example.nl' })).toThrow('ORGANISER_PASSWORD')
    expect(() => readEnv({ SMTP_URL: 'smtp://localhost:25' })).toThrow('MAIL_FROM')
  })
})
