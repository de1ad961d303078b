import path from 'node:path'
import { z } from 'zod'
import { parseMailbox } from './mail/mailbox'
import { isThisMachine } from './mail/this-machine'
import { StartError } from './start-error'

/** Parses an environment variable by `schema`. An empty variable counts as one that is not set. */
const setting = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)
const optionalSetting = <T extends z.ZodType>(schema: T) => setting(schema.optional())
const integerSetting = (fallback: number, { min = 0, max }: { min?: number; max: number }) => {
  const error = `een heel getal van ${min} tot en met ${max}`
  return setting(z.coerce.number(error).int(error).min(min, error).max(max, error).default(fallback))
}
const urlSetting = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `een adres zoals ${example}` })

/** Returns a schema that refuses a raw `/`, `?` or `#` in the password of a URL, which would end its host too early. */
function urlWithPassword(protocols: RegExp, example: string, pathPattern: RegExp) {
  const escapes = 'in naam en wachtwoord schrijf je / als %2F, ? als %3F, # als %23, : als %3A, @ als %40 en % als %25'
  const error = `een adres zoals ${example}; ${escapes}`
  return z.url({ protocol: protocols, error }).refine((url) => {
    if (!URL.canParse(url)) return true
    const { hostname, pathname, search, hash, username, password } = new URL(url)
    if (!isPercentEncoded(`${username}${password}${pathname}`)) return false
    return hostname !== '' && pathPattern.test(pathname) && !`${search}${hash}`.includes('@') && hash === ''
  }, error)
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const emailSetting = z.email('een e-mailadres zoals naam@example.nl')
const contactSetting = z.union(
  [z.email(), z.url({ protocol: /^https$/ })],
  'een e-mailadres of een adres zoals https://example.nl/melden',
)
const exampleGuid = '00000000-0000-4000-8000-000000000000'
const senderSetting = z
  .string()
  .refine((sender) => parseMailbox(sender) !== null, 'een afzender zoals Aanschuif <aanmelden@example.nl>')
const perMinuteError = 'een heel getal van 1 tot en met 10000'
const secretsSetting = z
  .string()
  .refine(
    (secrets) => secrets.split(',').every((secret) => secret.trim().length >= 32),
    'minstens 32 tekens; oudere geheimen erachter, met een komma ertussen, ook minstens 32 tekens',
  )

const envSchema = z.object({
  HOST: optionalSetting(z.string()),
  PORT: integerSetting(3000, { min: 1, max: 65_535 }),
  SITE_URL: optionalSetting(
    urlSetting(/^https?$/, 'https://aanmelden.example.nl').refine(
      (address) => !URL.canParse(address) || address.replace(/\/+$/, '') === new URL(address).origin,
      'een adres zonder pad erachter, zoals https://aanmelden.example.nl',
    ),
  ),
  DATA_DIR: setting(z.string().default('./data')).transform((dir) => path.resolve(dir)),
  DATABASE_URL: optionalSetting(
    urlWithPassword(/^postgres(ql)?$/, 'postgresql://gebruiker:wachtwoord@host:5432/naam', /^\/[^/@]+$/),
  ),
  SMTP_URL: optionalSetting(urlWithPassword(/^smtps?$/, 'smtps://gebruiker:wachtwoord@mail.example.nl:465', /^\/?$/)),
  MAIL_FROM: setting(senderSetting.default('Aanschuif <aanschuif@localhost.localdomain>')),
  MAIL_OAUTH_TENANT: optionalSetting(
    z.string().regex(/^[\w-]+(\.[\w-]+)*$/, `de id van de tenant, zoals ${exampleGuid}, of het domein ervan`),
  ),
  MAIL_OAUTH_CLIENT_ID: optionalSetting(z.guid(`de id van de toepassing, zoals ${exampleGuid}`)),
  MAIL_OAUTH_CLIENT_SECRET: optionalSetting(z.string()),
  MAIL_PER_MINUTE: optionalSetting(
    z.coerce.number(perMinuteError).int(perMinuteError).min(1, perMinuteError).max(10_000, perMinuteError),
  ),
  BOUNCE_IMAP_URL: optionalSetting(
    urlWithPassword(/^imaps?$/, 'imaps://gebruiker:wachtwoord@imap.example.nl:993', /^(\/[^@]*)?$/).refine(
      (url) => !URL.canParse(url) || new URL(url).search === '',
      'een adres zonder ? erin, zoals imaps://gebruiker:wachtwoord@imap.example.nl:993',
    ),
  ),
  APP_SECRET: optionalSetting(secretsSetting),
  ORGANISER_EMAIL: optionalSetting(emailSetting),
  ORGANISER_PASSWORD: optionalSetting(z.string().min(12, 'minstens 12 tekens').max(128, 'hoogstens 128 tekens')),
  REQUIRE_TWO_FACTOR: setting(z.enum(['true', 'false'], 'true of false').default('false')),
  MICROSOFT_TENANT_ID: optionalSetting(z.guid(`de id van de tenant, zoals ${exampleGuid}`)),
  MICROSOFT_CLIENT_ID: optionalSetting(z.guid(`de id van de toepassing, zoals ${exampleGuid}`)),
  MICROSOFT_CLIENT_SECRET: optionalSetting(z.string()),
  MICROSOFT_AUTHORITY: optionalSetting(urlSetting(/^https?$/, 'https://login.microsoftonline.com')),
  TRUSTED_PROXIES: integerSetting(0, { max: 10 }),
  SIGNUP_LIMIT_PER_IP: integerSetting(120, { min: 1, max: 1_000_000 }),
  SIGNUP_LIMIT_PER_ADDRESS: integerSetting(5, { min: 1, max: 1_000_000 }),
  SIGNUP_MIN_SECONDS: integerSetting(2, { max: 60 }),
  KEEP_NEEDS_DAYS: integerSetting(28, { min: 1, max: 365 }),
  KEEP_NAMES_MONTHS: integerSetting(3, { min: 1, max: 24 }),
  KEEP_TRAIL_MONTHS: integerSetting(12, { min: 1, max: 60 }),
  LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error'], 'debug, info, warn of error').default('info')),
  CONTACT_EMAIL: optionalSetting(emailSetting),
  SECURITY_CONTACT: optionalSetting(contactSetting),
})

export type Env = z.infer<typeof envSchema>

export const settingNames = Object.keys(envSchema.shape)

/**
 * Parses the environment variables in `source`; docs/configuration.md explains each. Throws a StartError that names
 * each wrong variable and its expected value. The error never shows a given value, which may be a secret.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const { data, error } = envSchema.safeParse(source)
  const conflict = data && conflictIn(data, source)
  if (data && !conflict) return data
  const issues = error?.issues.map(({ path, message }) => `${path.join('.')} moet zijn: ${message}`) ?? [conflict]
  throw new StartError(['De instellingen kloppen niet:', ...issues.map((issue) => `  ${issue}`)].join('\n'))
}

/** Days in the shortest month. It limits KEEP_NEEDS_DAYS, so that needs are never kept longer than names (months). */
const shortestMonthDays = 28

/** Returns a Dutch message when settings that depend on each other conflict, else `null`. */
function conflictIn(env: Env, source: Record<string, string | undefined>): string | null {
  if (!env.ORGANISER_EMAIL !== !env.ORGANISER_PASSWORD)
    return 'ORGANISER_EMAIL en ORGANISER_PASSWORD horen samen: geef ze allebei of geen van beide'
  const microsoft = [env.MICROSOFT_TENANT_ID, env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET]
  if (microsoft.some(Boolean) && !microsoft.every(Boolean))
    return 'MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID en MICROSOFT_CLIENT_SECRET horen samen: geef ze alle drie of geen'
  const mailLoginConflict = conflictInMailOAuth(env) ?? conflictInBounceMailbox(env)
  if (mailLoginConflict) return mailLoginConflict
  const maxNeedsDays = env.KEEP_NAMES_MONTHS * shortestMonthDays
  if (env.KEEP_NEEDS_DAYS > maxNeedsDays)
    return `KEEP_NEEDS_DAYS moet zijn: hoogstens ${maxNeedsDays}, want na KEEP_NAMES_MONTHS zijn ook de namen gewist`
  return env.SMTP_URL ? mailConflictIn(env, env.SMTP_URL, source) : null
}

/** Returns a Dutch message if SMTP_URL is set without MAIL_FROM, or without a SITE_URL for links in mails, else `null`. */
function mailConflictIn(env: Env, smtpUrl: string, source: Record<string, string | undefined>): string | null {
  if (!source.MAIL_FROM)
    return 'MAIL_FROM moet zijn: een afzender zoals Aanschuif <aanmelden@example.nl>, want SMTP_URL is gezet'
  const publicAddress =
    'SITE_URL moet zijn: het adres waarop anderen de site openen, zoals https://aanmelden.example.nl'
  if (!env.SITE_URL) return `${publicAddress}, want SMTP_URL is gezet en de mails bevatten links`
  if (isThisMachine(env.SITE_URL) && !isThisMachine(smtpUrl))
    return `${publicAddress}, want SMTP_URL stuurt mail naar buiten, en een link naar ${new URL(env.SITE_URL).hostname} werkt daar niet`
  return null
}

function conflictInMailOAuth(env: Env): string | null {
  const settings = [env.MAIL_OAUTH_TENANT, env.MAIL_OAUTH_CLIENT_ID, env.MAIL_OAUTH_CLIENT_SECRET]
  if (!settings.some(Boolean)) return null
  if (!settings.every(Boolean))
    return 'MAIL_OAUTH_TENANT, MAIL_OAUTH_CLIENT_ID en MAIL_OAUTH_CLIENT_SECRET horen samen: geef ze alle drie of geen'
  if (!env.SMTP_URL)
    return 'SMTP_URL moet zijn: bijvoorbeeld smtp://smtp.office365.com:587, want MAIL_OAUTH_TENANT is gezet'
  if (URL.canParse(env.SMTP_URL) && new URL(env.SMTP_URL).password)
    return 'SMTP_URL moet zijn: een adres zonder wachtwoord, want met MAIL_OAUTH_TENANT logt de site zonder wachtwoord in'
  return null
}

function conflictInBounceMailbox(env: Env): string | null {
  if (!env.BOUNCE_IMAP_URL) return null
  if (!env.SMTP_URL)
    return 'SMTP_URL moet zijn: bijvoorbeeld smtps://gebruiker:wachtwoord@mail.example.nl:465, want BOUNCE_IMAP_URL is gezet'
  const { username, password } = new URL(env.BOUNCE_IMAP_URL)
  if ((username && password) || (!password && env.MAIL_OAUTH_TENANT)) return null
  return 'BOUNCE_IMAP_URL moet zijn: een adres met een naam en een wachtwoord, zoals imaps://gebruiker:wachtwoord@imap.example.nl:993; alleen met MAIL_OAUTH_TENANT mag het wachtwoord weg'
}

let cachedEnv: Env | undefined

/** Returns the settings of this process, which are read from the environment once. */
export function env(): Env {
  cachedEnv ??= readEnv(process.env)
  return cachedEnv
}

/** Returns the folder to which mails are written as `.eml` files when SMTP_URL is not set. */
export const mailDir = () => path.join(env().DATA_DIR, 'mail')

/** Default limit for mail through Microsoft 365, which accepts 30 mails a minute from one mailbox. */
const microsoftPerMinute = 30

export function mailSettings() {
  const { SMTP_URL, MAIL_FROM, MAIL_OAUTH_TENANT: tenant, MAIL_OAUTH_CLIENT_ID: clientId, ...settings } = env()
  const { MAIL_OAUTH_CLIENT_SECRET: clientSecret, MAIL_PER_MINUTE, MICROSOFT_AUTHORITY } = settings
  const authority = (MICROSOFT_AUTHORITY ?? 'https://login.microsoftonline.com').replace(/\/+$/, '')
  const oauth = tenant && clientId && clientSecret ? { tenant, clientId, clientSecret, authority } : null
  const perMinute = MAIL_PER_MINUTE ?? (oauth ? microsoftPerMinute : null)
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, mailDir: mailDir(), oauth, perMinute }
}

/** Returns the mailbox to which bounces come back, or `null` if the site reads none. */
export function bounceMailboxSettings() {
  const { BOUNCE_IMAP_URL: url, SMTP_URL } = env()
  if (!url) return null
  const { oauth, from } = mailSettings()
  const { username, password } = new URL(url)
  const user = username || (SMTP_URL && new URL(SMTP_URL).username) || (parseMailbox(from)?.address ?? '')
  return { url, user: decodeURIComponent(user), oauth: password ? null : oauth }
}

/** Returns how long personal data and the audit log are kept. */
export const retentionPeriods = () => ({
  needsDays: env().KEEP_NEEDS_DAYS,
  namesMonths: env().KEEP_NAMES_MONTHS,
  auditLogMonths: env().KEEP_TRAIL_MONTHS,
})

/** Returns the public address of the site, without a slash at the end. */
export const siteUrl = () => (env().SITE_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, '')
