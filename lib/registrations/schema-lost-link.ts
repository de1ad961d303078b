import { z } from 'zod'
import { emailField, type SpamRefusal } from './schema'

/** The form with which somebody asks for their personal link again. */
export const lostLinkSchema = z.object({ email: emailField })

/** Why a link was not asked for. Whether the address is known is no reason. */
export type LostLinkRefusal = SpamRefusal | 'unavailable'
