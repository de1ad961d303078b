import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/platform/env'

describe('readEnv', () => {
  it('requires no setting', () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info', TRUSTED_PROXIES: 0 })
  })

  it('treats an empty variable as not set', () => {
    expect(readEnv({ PORT: '', SMTP_URL: '', DATABASE_URL: '', ORGANISER_EMAIL: '' })).toMatchObject({ PORT: 3000 })
  })

  it.each([
    ['PORT', 'tachtig'],
    ['PORT', '70000'],
    ['SITE_URL', 'zonder-protocol.test'],
    ['SITE_URL', 'https://example.nl/onder'],
    ['SITE_URL', 'https://example.nl?geheim=1'],
    ['DATABASE_URL', 'mysql://geheim/x'],
    ['SMTP_URL', 'zonder-protocol.test'],
    ['MAIL_FROM', 'zomaar iets'],
    ['MAIL_OAUTH_TENANT', 'https://login.test/x'],
    ['MAIL_OAUTH_CLIENT_ID', 'zomaar'],
    ['MAIL_PER_MINUTE', '0'],
    ['BOUNCE_IMAP_URL', 'pop3://imap.test'],
    ['BOUNCE_IMAP_URL', 'imaps://imap.test?geheim=1'],
    ['APP_SECRET', 'kort'],
    ['APP_SECRET', `${'x'.repeat(32)},ouder`],
    ['APP_SECRET', `${'x'.repeat(32)},`],
    ['ORGANISER_EMAIL', 'geen adres'],
    ['ORGANISER_PASSWORD', 'elf tekens.'],
    ['TRUSTED_PROXIES', '-1'],
    ['SIGNUP_MIN_SECONDS', 'x'],
    ['SIGNUP_LIMIT_PER_IP', '0'],
    ['KEEP_NEEDS_DAYS', '0'],
    ['KEEP_NAMES_MONTHS', 'altijd'],
    ['KEEP_TRAIL_MONTHS', '61'],
    ['LOG_LEVEL', 'luid'],
    ['REQUIRE_TWO_FACTOR', 'misschien'],
    ['MICROSOFT_TENANT_ID', 'common'],
    ['MICROSOFT_CLIENT_ID', 'zomaar'],
    ['MICROSOFT_AUTHORITY', 'zonder-protocol.test'],
    ['CONTACT_EMAIL', 'geen adres'],
    ['SECURITY_CONTACT', 'http://example.nl/melden'],
    ['SECURITY_CONTACT', 'bel ons'],
  ])('refuses %s with %j and does not print the value', (name, value) => {
    const read = () => readEnv({ ORGANISER_EMAIL: 'a@example.nl', ORGANISER_PASSWORD: 'lang genoeg zo', [name]: value })
    expect(read).toThrow(`${name} moet zijn`)
    if (value.length > 2) expect(read).not.toThrow(value)
  })

  it.each([
    ['SIGNUP_MIN_SECONDS', '90', '0 tot en met 60'],
    ['TRUSTED_PROXIES', '-1', '0 tot en met 10'],
    ['PORT', '70000', '1 tot en met 65535'],
  ])('names the bounds of %s', (name, value, bounds) => {
    expect(() => readEnv({ [name]: value })).toThrow(`een heel getal van ${bounds}`)
  })

  it('refuses to keep needs longer than names in the shortest month', () => {
    expect(() => readEnv({ KEEP_NEEDS_DAYS: '29', KEEP_NAMES_MONTHS: '1' })).toThrow(
      'KEEP_NEEDS_DAYS moet zijn: hoogstens 28',
    )
    expect(readEnv({ KEEP_NEEDS_DAYS: '28', KEEP_NAMES_MONTHS: '1' })).toMatchObject({ KEEP_TRAIL_MONTHS: 12 })
  })

  it('accepts a site URL with a trailing slash, and several secrets', () => {
    const secrets = `${'n'.repeat(32)}, ${'o'.repeat(40)}`
    expect(() => readEnv({ SITE_URL: 'https://example.nl/', APP_SECRET: secrets })).not.toThrow()
  })

  it('requires an organiser password with an address, and a sender with a mail server', () => {
    expect(() => readEnv({ ORGANISER_EMAIL: 'a@example.nl' })).toThrow('ORGANISER_PASSWORD')
    const mailServer = { SMTP_URL: 'smtp://localhost:25', SITE_URL: 'https://example.nl' }
    expect(() => readEnv(mailServer)).toThrow('MAIL_FROM')
    expect(() => readEnv({ ...mailServer, MAIL_FROM: 'a@example.nl' })).not.toThrow()
  })

  it('requires a site URL that works for the recipients of mail', () => {
    const remote = { SMTP_URL: 'smtps://naam:geheim@mail.example.nl', MAIL_FROM: 'a@example.nl' }
    expect(() => readEnv(remote)).toThrow(/SITE_URL moet zijn: .*SMTP_URL is gezet/)
    for (const SITE_URL of [
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
      'http://aan.localhost',
    ])
      expect(() => readEnv({ ...remote, SITE_URL })).toThrow(/SITE_URL moet zijn: .*stuurt mail naar buiten/)
    expect(() => readEnv({ ...remote, SITE_URL: 'https://aanmelden.example.nl' })).not.toThrow()
    // A trial with a mail server on this machine.
    const local = { ...remote, SMTP_URL: 'smtp://127.0.0.1:1025' }
    expect(() => readEnv({ ...local, SITE_URL: 'http://localhost:3000' })).not.toThrow()
    expect(() => readEnv(local)).toThrow('SITE_URL')
  })

  it.each([
    ['SMTP_URL', 'smtps://naam:2026/geheim@mail.example.nl'],
    ['SMTP_URL', 'smtps://naam:20?geheim@mail.example.nl'],
    ['SMTP_URL', 'smtps://naam:20#geheim@mail.example.nl'],
    ['SMTP_URL', 'smtps://naam:geheim/x@mail.example.nl'],
    ['SMTP_URL', 'smtps://naam:geheim%x@mail.example.nl'],
    ['BOUNCE_IMAP_URL', 'imaps://naam:2026/geheim@imap.example.nl'],
    ['BOUNCE_IMAP_URL', 'imaps://naam:20?geheim@imap.example.nl'],
    ['BOUNCE_IMAP_URL', 'imaps://naam:20#geheim@imap.example.nl'],
    ['BOUNCE_IMAP_URL', 'imaps://naam:geheim%@imap.example.nl'],
    ['BOUNCE_IMAP_URL', 'imaps://naam:geheim@imap.example.nl/100%'],
    ['DATABASE_URL', 'postgresql://aan:20/geheim@db.example.nl/aan'],
    ['DATABASE_URL', 'postgresql://aan:20/geheim@db'],
    ['DATABASE_URL', 'postgresql://aan:20?geheim@db.example.nl/aan'],
    ['DATABASE_URL', 'postgresql://aan:20#geheim@db.example.nl/aan'],
    ['DATABASE_URL', 'postgresql://db.example.nl'],
  ])('refuses a %s whose password is not percent-encoded (%s), and prints no part of it', (name, value) => {
    const read = () => readEnv({ SITE_URL: 'https://example.nl', MAIL_FROM: 'a@example.nl', [name]: value })
    expect(read).toThrow(new RegExp(`${name} moet zijn: .*%2F`))
    for (const part of ['geheim', '2026', ':20']) expect(read).not.toThrow(part)
  })

  it('accepts a percent-encoded password and the parameters of a database URL', () => {
    const DATABASE_URL =
      'postgresql://aan:20%2Fss%40%3F@db.example.nl/aan?schema=x&sslmode=verify-full&sslrootcert=/etc/ca.pem'
    const SMTP_URL = 'smtps://naam%40example.nl:20%2Fss@mail.example.nl:465/'
    const settings = { DATABASE_URL, SMTP_URL, SITE_URL: 'https://example.nl', MAIL_FROM: 'a@example.nl' }
    expect(readEnv(settings)).toMatchObject({ DATABASE_URL, SMTP_URL })
  })

  it('requires all three OAuth settings for mail or none, with a mail server and no password', () => {
    const id = '00000000-0000-4000-8000-000000000000'
    const oauth = { MAIL_OAUTH_TENANT: 'example.nl', MAIL_OAUTH_CLIENT_ID: id, MAIL_OAUTH_CLIENT_SECRET: 'geheim' }
    const all = {
      ...oauth,
      SMTP_URL: 'smtp://smtp.office365.com:587',
      SITE_URL: 'https://example.nl',
      MAIL_FROM: 'a@example.nl',
    }
    expect(() => readEnv(all)).not.toThrow()
    for (const name of Object.keys(oauth)) expect(() => readEnv({ ...all, [name]: '' })).toThrow('horen samen')
    expect(() => readEnv({ ...all, SMTP_URL: '' })).toThrow('SMTP_URL moet zijn')
    expect(() => readEnv({ ...all, SMTP_URL: 'smtp://a:wachtwoord1@example.nl' })).toThrow('zonder wachtwoord')
  })

  it('requires a login for the mailbox with bounces, and a mail server', () => {
    const smtp = { SMTP_URL: 'smtps://mail.example.nl', SITE_URL: 'https://example.nl', MAIL_FROM: 'a@example.nl' }
    const withPassword = { ...smtp, BOUNCE_IMAP_URL: 'imaps://a%40example.nl:geheim@imap.example.nl:993/Terug' }
    expect(readEnv(withPassword)).toMatchObject(withPassword)
    expect(() => readEnv({ ...withPassword, SMTP_URL: '' })).toThrow(/SMTP_URL moet zijn: .*BOUNCE_IMAP_URL is gezet/)
    for (const BOUNCE_IMAP_URL of ['imaps://imap.example.nl', 'imaps://naam@imap.example.nl', 'imaps://:geheim@x.nl'])
      expect(() => readEnv({ ...smtp, BOUNCE_IMAP_URL })).toThrow(
        'BOUNCE_IMAP_URL moet zijn: een adres met een naam en',
      )
  })

  it('lets the mailbox with bounces use the OAuth settings for mail, or a password of its own', () => {
    const id = '00000000-0000-4000-8000-000000000000'
    const oauth = { MAIL_OAUTH_TENANT: 'example.nl', MAIL_OAUTH_CLIENT_ID: id, MAIL_OAUTH_CLIENT_SECRET: 'geheim' }
    const smtp = {
      SMTP_URL: 'smtp://smtp.office365.com:587',
      SITE_URL: 'https://example.nl',
      MAIL_FROM: 'a@example.nl',
    }
    for (const BOUNCE_IMAP_URL of [
      'imaps://outlook.office365.com',
      'imaps://naam@outlook.office365.com',
      'imaps://naam:geheim@imap.example.nl',
    ])
      expect(() => readEnv({ ...oauth, ...smtp, BOUNCE_IMAP_URL })).not.toThrow()
  })

  it('requires all three Microsoft settings or none', () => {
    const id = '00000000-0000-4000-8000-000000000000'
    const all = { MICROSOFT_TENANT_ID: id, MICROSOFT_CLIENT_ID: id, MICROSOFT_CLIENT_SECRET: 'geheim' }
    expect(() => readEnv(all)).not.toThrow()
    for (const name of Object.keys(all)) expect(() => readEnv({ ...all, [name]: '' })).toThrow('horen samen')
  })
})
