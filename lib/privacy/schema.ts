import { z } from 'zod'
import { unlimitedLine } from '@/lib/platform/form-fields'

export type { SubjectAccessRecord } from './subject-access'

export type PersonSearchReason = 'missing' | 'invalid'
const reason = (code: PersonSearchReason) => code

export const findPersonSchema = z.object({
  email: unlimitedLine.pipe(
    z.string().min(1, reason('missing')).max(254, reason('invalid')).regex(/.@./, reason('invalid')),
  ),
})
