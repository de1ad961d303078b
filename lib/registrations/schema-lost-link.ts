import { z } from 'zod'
import { personFields, type SpamRefusal } from './schema'

/** The form with which somebody asks for their personal link again. */
export const lostLinkSchema = z.object({ email: personFields.email })

/** Why a link was not asked for. Whether the address is known is no reason. */
export type LostLinkRefusal = SpamRefusal | 'unavailable'
