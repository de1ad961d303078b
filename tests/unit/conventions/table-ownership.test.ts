import { describe, expect, it } from 'vitest'
import { models } from '@/tests/support/database/prisma-schema'
import { codeFiles, type Source } from '@/tests/support/run/source-files'

/** The only folder that writes each table. */
const owners: Record<string, string> = {
  Account: 'lib/organisers',
  Answer: 'lib/registrations',
  AuditEntry: 'lib/audit',
  BounceMailbox: 'lib/outbox',
  ClarificationRequest: 'lib/triage',
  CustomMessage: 'lib/notifications',
  CustomMessageDraft: 'lib/notifications',
  EmailChangeRequest: 'lib/registrations',
  PendingRegistration: 'lib/registrations',
  LinkRecoveryRequest: 'lib/registrations',
  Login: 'lib/organisers',
  MailPace: 'lib/outbox',
  MailPause: 'lib/outbox',
  Message: 'lib/outbox',
  MessageContent: 'lib/outbox',
  NotificationSettings: 'lib/sessions',
  Organiser: 'lib/organisers',
  Question: 'lib/sessions',
  RateLimit: 'lib/platform',
  Registration: 'lib/registrations',
  RegistrationChange: 'lib/registrations',
  RegistrationNote: 'lib/registrations',
  Release: 'lib/sessions',
  Session: 'lib/sessions',
  SessionSlug: 'lib/sessions',
  TemplateOverride: 'lib/notifications',
  Theme: 'lib/triage',
  Triage: 'lib/triage',
  TriageRound: 'lib/triage',
  TwoFactor: 'lib/organisers',
  Verification: 'lib/organisers',
}

/** May erase personal data in any table, but not add any. */
const eraser = 'lib/privacy'

const prismaWrite = /\.(\w+)\s*\.(create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany)\(/g
const sqlWrite = /\b(INSERT INTO|UPDATE|DELETE FROM)\s+"(\w+)"/g
const erasing = ['update', 'updateMany', 'delete', 'deleteMany', 'UPDATE', 'DELETE FROM']

/** Returns a sentence for each table that a file writes outside the folder of its owner. */
function strayWrites({ file, text }: Source): string[] {
  const folder = file.split('/').slice(0, 2).join('/')
  const writes = [
    ...[...text.matchAll(prismaWrite)].map(([, delegate = '', verb = '']) => ({ table: modelOf(delegate), verb })),
    ...[...text.matchAll(sqlWrite)].map(([, verb = '', table = '']) => ({ table, verb })),
  ]
  return writes
    .filter(({ table, verb }) => owners[table] && owners[table] !== folder && !mayErase(folder, verb))
    .map(({ table }) => `${folder} writes ${table}`)
}

const modelOf = (delegate: string) => delegate.charAt(0).toUpperCase() + delegate.slice(1)
const mayErase = (folder: string, verb: string) => folder === eraser && erasing.includes(verb)

describe('table ownership', () => {
  it('names one owner for every table', () => {
    expect(models.map(({ name }) => name).sort()).toEqual(Object.keys(owners).sort())
  })

  it('lets only the owner write a table', () => {
    expect(codeFiles(['lib']).flatMap(strayWrites)).toEqual([])
  })

  it.each([
    ['a Prisma write', 'await tx.registration.updateMany({ data })'],
    ['a Prisma write over two lines', 'await db()\n  .registration\n  .create({ data })'],
    ['SQL', 'await tx.$executeRaw`UPDATE "Registration" SET "name" = 1`'],
    ['SQL over two lines', 'await tx.$executeRaw`\n  DELETE FROM\n  "Registration"`'],
  ])('finds a stray write by %s', (_, text) => {
    expect(strayWrites({ file: 'lib/sessions/schedule.ts', text })).toEqual(['lib/sessions writes Registration'])
    expect(strayWrites({ file: 'lib/registrations/waitlist/offers.ts', text })).toEqual([])
  })

  it('lets lib/privacy erase rows of any table but not add them', () => {
    const erasure = 'tx.registration.delete({ where }); tx.$executeRaw`UPDATE "Message" SET "text" = NULL`'
    expect(strayWrites({ file: 'lib/privacy/erasure.ts', text: erasure })).toEqual([])
    const addition = 'tx.registration.create({ data }); tx.$executeRaw`INSERT INTO "Message" VALUES (1)`'
    expect(strayWrites({ file: 'lib/privacy/erasure.ts', text: addition })).toEqual([
      'lib/privacy writes Registration',
      'lib/privacy writes Message',
    ])
  })

  it('ignores reads and collections that share a method name', () => {
    const text = 'tx.registration.findMany(); state.seen.delete(id); tx.$queryRaw`SELECT 1 FROM "Message" FOR UPDATE`'
    expect(strayWrites({ file: 'lib/worker/loop.ts', text })).toEqual([])
  })
})
