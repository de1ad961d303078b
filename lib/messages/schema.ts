import { z } from 'zod'

/** Every kind of mail there is. Each has a renderer in render.ts and a template in emails/. */
export const messageKindSchema = z.enum(['confirmation', 'already-registered'])
export type MessageKind = z.infer<typeof messageKindSchema>
