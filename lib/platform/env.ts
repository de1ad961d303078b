import path from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error'

const blankToUndefined = (value: unknown) => (value === '' ? undefined : value)
const optionalSetting = <T extends z.ZodType>(schema: T) => z.preprocess(blankToUndefined, schema.optional())
const integerSetting = (fallback: number, { min = 0, max }: { min?: number; max: number }) => {
  const error = `een heel getal van ${min} tot en met ${max}`
  return z.preprocess(
    blankToUndefined,
    z.coerce.number(error).int(error).min(min, error).max(max, error).default(fallback),
  )
}

const urlSetting = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `een adres zoals ${example}` })

const envSchema = z.object({
  PORT: integerSetting(3000, { min: 1, max: 65_535 }),
  SITE_URL: optionalSetting(
    urlSetting(/^https?$/, 'https://aanmelden.example.nl').refine(
      (address) => !URL.canParse(address) || address.replace(/\/+$/, '') === new URL(address).origin,
      'een adres zonder pad erachter, zoals https://aanmelden.example.nl',
    ),
  ),
  DATA_DIR: z.preprocess(blankToUndefined, z.string().default('./data')).transform((dir) => path.resolve(dir)),
  DATABASE_URL: optionalSetting(urlSetting(/^postgres(ql)?$/, 'postgresql://gebruiker:wachtwoord@host:5432/naam')),
  SMTP_URL: optionalSetting(urlSetting(/^smtps?$/, 'smtps://gebruiker:wachtwoord@mail.example.nl:465')),
  MAIL_FROM: z.preprocess(
    blankToUndefined,
    z
      .string()
      .regex(
        /^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/,
        'een afzender zoals Aanschuif <aanmelden@example.nl>',
      )
      .default('Aanschuif <aanschuif@localhost.localdomain>'),
  ),
  APP_SECRET: optionalSetting(
    z
      .string()
      .refine(
        (secrets) => secrets.split(',').every((secret) => secret.trim().length >= 32),
        'minstens 32 tekens; oudere geheimen erachter, met een komma ertussen, ook minstens 32 tekens',
      ),
  ),
  ORGANISER_EMAIL: optionalSetting(z.email('een e-mailadres zoals naam@example.nl')),
  ORGANISER_PASSWORD: optionalSetting(z.string().min(12, 'minstens 12 tekens').max(128, 'hoogstens 128 tekens')),
  REQUIRE_TWO_FACTOR: z.preprocess(blankToUndefined, z.enum(['true', 'false'], 'true of false').default('false')),
  MICROSOFT_TENANT_ID: optionalSetting(z.guid('de id van de tenant, zoals 00000000-0000-4000-8000-000000000000')),
  MICROSOFT_CLIENT_ID: optionalSetting(z.guid('de id van de toepassing, zoals 00000000-0000-4000-8000-000000000000')),
  MICROSOFT_CLIENT_SECRET: optionalSetting(z.string()),
  MICROSOFT_AUTHORITY: optionalSetting(urlSetting(/^https?$/, 'https://login.microsoftonline.com')),
  TRUSTED_PROXIES: integerSetting(0, { max: 10 }),
  SIGNUP_LIMIT_PER_IP: integerSetting(120, { min: 1, max: 1_000_000 }),
  SIGNUP_LIMIT_PER_ADDRESS: integerSetting(30, { min: 1, max: 1_000_000 }),
  SIGNUP_MIN_SECONDS: integerSetting(2, { max: 60 }),
  KEEP_NEEDS_DAYS: integerSetting(28, { min: 1, max: 365 }),
  KEEP_NAMES_MONTHS: integerSetting(3, { min: 1, max: 24 }),
  KEEP_TRAIL_MONTHS: integerSetting(12, { min: 1, max: 60 }),
  LOG_LEVEL: z.preprocess(
    blankToUndefined,
    z.enum(['debug', 'info', 'warn', 'error'], 'debug, info, warn of error').default('info'),
  ),
  CONTACT_EMAIL: optionalSetting(z.email('een e-mailadres zoals naam@example.nl')),
  SECURITY_CONTACT: optionalSetting(
    z.union(
      [z.email(), z.url({ protocol: /^https$/ })],
      'een e-mailadres of een adres zoals https://example.nl/melden',
    ),
  ),
})

export type Env = z.infer<typeof envSchema>

/**
 * Reads the settings from `source`. Throws a StartError that names each wrong variable and what it should be, never its
 * value: it may be a secret. docs/configuration.md explains each variable.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} moet zijn: ${issue.message}`)
    throw new StartError(`De instellingen kloppen niet:\n${lines.join('\n')}`)
  }
  const env = parsed.data
  if (!env.ORGANISER_EMAIL !== !env.ORGANISER_PASSWORD) {
    throw new StartError(
      'De instellingen kloppen niet:\n  ORGANISER_EMAIL en ORGANISER_PASSWORD horen samen: geef ze allebei of geen van beide',
    )
  }
  const microsoft = [env.MICROSOFT_TENANT_ID, env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET]
  if (microsoft.some(Boolean) && !microsoft.every(Boolean)) {
    throw new StartError(
      'De instellingen kloppen niet:\n  MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID en MICROSOFT_CLIENT_SECRET horen samen: geef ze alle drie of geen',
    )
  }
  const maxNeedsDays = env.KEEP_NAMES_MONTHS * shortestMonthDays
  if (env.KEEP_NEEDS_DAYS > maxNeedsDays) {
    throw new StartError(
      `De instellingen kloppen niet:\n  KEEP_NEEDS_DAYS moet zijn: hoogstens ${maxNeedsDays}, want na KEEP_NAMES_MONTHS zijn ook de namen gewist`,
    )
  }
  if (env.SMTP_URL && !source.MAIL_FROM) {
    throw new StartError(
      'De instellingen kloppen niet:\n  MAIL_FROM moet zijn: een afzender zoals Aanschuif <aanmelden@example.nl>, want SMTP_URL is gezet',
    )
  }
  return env
}

/** In days: what is to go first must never be left when the rest goes. */
const shortestMonthDays = 28

let cachedEnv: Env | undefined

/** The settings of this process, read once. */
export function env(): Env {
  cachedEnv ??= readEnv(process.env)
  return cachedEnv
}

/** Where mails are kept as files when there is no mail server. */
export const mailDir = () => path.join(env().DATA_DIR, 'mail')

/** How long this installation keeps what people fill in, and what was done at the desk. */
export const retentionPeriods = () => ({
  needsDays: env().KEEP_NEEDS_DAYS,
  namesMonths: env().KEEP_NAMES_MONTHS,
  auditLogMonths: env().KEEP_TRAIL_MONTHS,
})

/** Where the site is reached from outside, without a slash at the end: mails carry it. */
export function siteUrl(): string {
  return (env().SITE_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, '')
}
