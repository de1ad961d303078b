export type { ActorType } from '@/prisma/generated/enums'

/** Kinds of deeds that the trail can be asked for, each with what the name of an action then begins with. */
export const auditCategories = {
  session: ['session.', 'programme.'],
  registration: ['registration.', 'registrations.'],
  question: ['question.', 'round.', 'theme.'],
  mail: ['message.', 'letter.'],
  organiser: ['organiser.'],
  privacy: ['privacy.'],
} as const

export type AuditCategory = keyof typeof auditCategories
export const isAuditCategory = (text: unknown): text is AuditCategory =>
  typeof text === 'string' && Object.hasOwn(auditCategories, text)
