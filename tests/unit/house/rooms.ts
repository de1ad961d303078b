type Room = { file: string; may: string[]; mayNot: string[]; says: string }

const list = (imports: string) => imports.trim().split(/\s+/)

const outside = [
  '@/app/page',
  '@/components/layout/page',
  'next/headers',
  'next',
  'better-auth/next-js',
  '@/prisma/generated/client',
]
const mail = ['@/emails/confirmation', '@/lib/platform/mail', 'nodemailer']

/** For each kind of file: some imports it may have, all it must be refused, and words that the refusal must hold. */
export const rooms: Room[] = [
  {
    file: 'app/(public)/page.tsx',
    may: list('./actions @/components/layout/page @/lib/sessions/queries @/lib/platform/clock next/link'),
    mayNot: [
      ...mail,
      ...list(`
      ../page @/lib/platform/db @/lib/platform/migrate @/lib/platform/postgres/start @/lib/worker/loop
      @/lib/messages/deliver @/prisma/generated/client @/tests/support/run`),
    ],
    says: 'Reads belong in lib/<domain>/queries.ts',
  },
  {
    file: 'components/form/field.tsx',
    may: list(`
      ./hint @/components/layout/page @/lib/registrations/schema @/lib/sessions/schema-content @/lib/sessions/rules @/lib/platform/routes
      @/lib/platform/time react next/link`),
    mayNot: [
      ...mail,
      ...list(`
      ../layout/page @/app/page @/lib/sessions/queries @/lib/registrations/commands @/lib/platform/clock
      @/lib/platform/env @/lib/platform/db node:crypto`),
    ],
    says: 'components get their data as props from app/',
  },
  {
    file: 'emails/confirmation.tsx',
    may: list('./frame @/emails/frame @/lib/platform/routes @/lib/platform/time @react-email/components node:http'),
    mayNot: list(`
      ../app/page @/components/layout/page @/lib/sessions/queries @/lib/sessions/rules @/lib/platform/db
      @/prisma/generated/client nodemailer next/link`),
    says: 'A mail gets its data from lib/messages/deliver.ts',
  },
  {
    file: 'prisma/seed.ts',
    may: list('./content @/lib/platform/db @/lib/sessions/rules'),
    mayNot: list(
      '../lib/platform/db @/app/page @/components/layout/page @/emails/confirmation ./generated/client next',
    ),
    says: 'through lib/platform/db',
  },
  {
    file: 'server.ts',
    may: list('next @/lib/worker/start @/lib/platform/mail @/lib/platform/postgres/start @/prisma/seed'),
    mayNot: list('@/app/page @/components/layout/page @/emails/confirmation @/prisma/generated/client pg'),
    says: 'meaning belongs in lib/',
  },
  {
    file: 'lib/platform/rate-limit.ts',
    may: list('./tokens @/lib/platform/db nodemailer pg'),
    mayNot: [
      ...outside,
      ...list('../audit/commands @/lib/audit/commands @/lib/sessions/rules @/lib/worker/loop @/emails/frame'),
    ],
    says: 'platform knows no domain',
  },
  {
    file: 'lib/platform/db.ts',
    may: list('@/prisma/generated/client @prisma/adapter-pg'),
    mayNot: list('@/app/page @/prisma/seed @/lib/sessions/queries next/headers'),
    says: 'only its db.ts opens the generated client',
  },
  {
    file: 'lib/worker/start.ts',
    may: list('./loop @/lib/messages/deliver @/lib/privacy/commands @/lib/platform/mail @/lib/platform/clock'),
    mayNot: [...outside, ...list('@/emails/confirmation nodemailer @/lib/registrations/spam')],
    says: 'The worker runs what the domains hold',
  },
  {
    file: 'lib/audit/commands.ts',
    may: list('./schema @/lib/platform/db'),
    mayNot: [...outside, ...mail, ...list('@/lib/messages/commands @/lib/sessions/rules @/lib/organisers/queries')],
    says: 'audit and municipalities stand lowest',
  },
  {
    file: 'lib/municipalities/spelling.ts',
    may: list('./schema @/lib/platform/db'),
    mayNot: [...outside, ...mail, ...list('@/lib/audit/commands @/lib/registrations/rules')],
    says: 'audit and municipalities stand lowest',
  },
  {
    file: 'lib/organisers/auth.ts',
    may: list(`
      ./schema @/lib/audit/commands @/lib/messages/commands @/lib/messages/schema @/lib/platform/db better-auth
      better-auth/adapters/prisma`),
    mayNot: [...outside, ...mail, ...list('@/lib/messages/deliver @/lib/messages/queries @/lib/sessions/queries')],
    says: 'organisers know audit',
  },
  {
    file: 'lib/organisers/current.ts',
    may: list('next/headers next/navigation ./auth @/lib/platform/routes'),
    mayNot: [
      ...mail,
      ...list('next next/server next/cache @/app/page @/lib/sessions/queries @/prisma/generated/client'),
    ],
    says: 'reads the login cookie',
  },
  {
    file: 'lib/messages/commands.ts',
    may: list('./schema @/lib/audit/commands @/lib/municipalities/queries @/lib/platform/db'),
    mayNot: [...outside, ...mail, ...list('@/lib/sessions/rules @/lib/registrations/queries @/lib/worker/loop')],
    says: 'Rendering and sending belong in lib/messages/deliver.ts',
  },
  {
    file: 'lib/messages/deliver.ts',
    may: [...mail, ...list('./queries @/lib/audit/commands @/lib/platform/db')],
    mayNot: [...outside, ...list('@/lib/sessions/rules @/lib/registrations/queries')],
    says: 'they read by queries of their own',
  },
  {
    file: 'lib/sessions/commands.ts',
    may: list(`
      ./rules ./queries @/lib/messages/commands @/lib/messages/changes @/lib/audit/commands @/lib/platform/db
      @/lib/municipalities/rules`),
    mayNot: [
      ...outside,
      ...mail,
      ...list(`
      ../messages/commands @/lib/registrations/commands @/lib/questions/queries @/lib/privacy/rules
      @/lib/organisers/queries @/lib/messages/deliver`),
    ],
    says: 'who took part belongs in registrations, questions or privacy',
  },
  ...['registrations', 'questions', 'privacy'].map((domain, place, all) => ({
    file: `lib/${domain}/commands.ts`,
    may: list(`
      ./rules @/lib/sessions/rules @/lib/sessions/queries @/lib/messages/commands @/lib/audit/commands
      @/lib/municipalities/queries @/lib/platform/db`),
    mayNot: [
      ...outside,
      ...mail,
      ...list(`
      @/lib/sessions/commands @/lib/organisers/queries @/lib/messages/deliver @/lib/worker/loop
      @/lib/own-sign-up/queries @/lib/${all[(place + 1) % all.length]}/queries`),
    ],
    says: 'and not each other',
  })),
  {
    file: 'lib/own-sign-up/commands.ts',
    may: list(
      './rules ./held @/lib/registrations/change @/lib/sessions/rules @/lib/messages/commands @/lib/platform/db',
    ),
    mayNot: [
      ...outside,
      ...mail,
      ...list('@/lib/sessions/commands @/lib/questions/queries @/lib/privacy/erase-person @/lib/organisers/queries'),
    ],
    says: 'own-sign-up knows registrations and what those know',
  },
  {
    file: 'lib/sessions/queries.ts',
    may: list('./rules ./schema @/lib/platform/db @/lib/municipalities/rules'),
    mayNot: [
      ...outside,
      ...mail,
      ...list('./commands @/lib/audit/commands @/lib/messages/commands @/lib/registrations/queries'),
    ],
    says: 'queries.ts only reads',
  },
  {
    file: 'lib/sessions/rules.ts',
    may: list('./schema @/lib/platform/time @/lib/platform/result'),
    mayNot: [
      ...outside,
      ...mail,
      ...list(`
      ./queries ./commands @/lib/platform/clock @/lib/platform/db @/lib/platform/env
      @/lib/municipalities/rules node:fs zod`),
    ],
    says: 'rules.ts only decides',
  },
  ...['schema', 'schema-content'].map((name) => ({
    file: `lib/sessions/${name}.ts`,
    may: list('zod ./schema-questions'),
    mayNot: [
      ...outside,
      ...mail,
      ...list('./rules ./queries @/lib/platform/time @/lib/registrations/schema node:crypto'),
    ],
    says: 'schema.ts holds shapes and imports zod and platform/text',
  })),
  {
    file: 'lib/own-sign-up/rules.ts',
    may: list('./schema @/lib/registrations/rules @/lib/registrations/schema'),
    mayNot: [
      ...outside,
      ...list('./queries ./held @/lib/registrations/change @/lib/sessions/rules @/lib/platform/clock'),
    ],
    says: 'rules.ts only decides',
  },
  {
    file: 'lib/own-sign-up/schema.ts',
    may: list('zod @/lib/registrations/schema'),
    mayNot: [...outside, ...list('./rules @/lib/registrations/rules @/lib/platform/time')],
    says: 'schema.ts holds shapes',
  },
]
