export type { ActorType, AuditAction } from '@/prisma/generated/enums'
