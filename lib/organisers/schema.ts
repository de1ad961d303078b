import { z } from 'zod'
import { cleanLine } from '@/lib/platform/text'

/** Allowed length of a password in UTF-16 code units. No other rule applies (NIST SP 800-63B, 5.1.1.2). */
export const passwordLength = { min: 12, max: 128 } as const

export type FieldReason = 'missing' | 'invalid' | 'too-short' | 'too-long'
const reason = (code: FieldReason) => code

const line = z.string(reason('missing')).transform(cleanLine)
const required = z.string().min(1, reason('missing'))
const email = line
  .pipe(required)
  .pipe(z.email(reason('invalid')).max(254, reason('too-long')))
  .transform((address) => address.toLowerCase())

/** Schema of the password that the organiser has now. Spaces are kept, and the length is not checked. */
const typedPassword = z.string(reason('missing')).min(1, reason('missing'))

export const loginSchema = z.object({ email, password: typedPassword })
export type LoginInput = z.output<typeof loginSchema>

const name = line.pipe(required).pipe(z.string().max(120, reason('too-long')))
const newPassword = z
  .string(reason('missing'))
  .min(1, { error: reason('missing'), abort: true })
  .min(passwordLength.min, reason('too-short'))
  .max(passwordLength.max, reason('too-long'))
  // scrypt pads its HMAC key with NULs (RFC 2104), so a password with a NUL could equal another one.
  .refine((password) => !password.includes('\0'), reason('invalid'))

export const firstOrganiserSchema = z.object({ name, email, password: newPassword })
export type FirstOrganiserInput = z.output<typeof firstOrganiserSchema>

/** The roles of organisers. An admin may do everything; staff may not manage organisers or delete records. */
export const roles = ['admin', 'staff'] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles, reason('missing'))

export const inviteSchema = z.object({ name, email, role: roleSchema })
export type InviteInput = z.output<typeof inviteSchema>

export const acceptInvitationSchema = z.object({ name, password: newPassword })
export type AcceptInvitationInput = z.output<typeof acceptInvitationSchema>

export const forgotPasswordSchema = z.object({ email })
export const resetPasswordSchema = z.object({ password: newPassword })
export const renameSchema = z.object({ name })

export const changePasswordSchema = z.object({ current: typedPassword, password: newPassword })
export type ChangePasswordInput = z.output<typeof changePasswordSchema>

/** Schema of a two-factor code: six digits from the authenticator app, with any spacing, or a recovery code. */
export const twoFactorCodeSchema = z.object({
  code: z
    .string(reason('missing'))
    .transform((text) => text.replace(/\s+/g, ''))
    .pipe(z.string().min(1, reason('missing')).max(20, reason('invalid'))),
})

/** Returns the schema of the two-factor form. Does not check the field without `asksPassword` or `asksChoice`. */
export const twoFactorFormSchema = ({ asksPassword, asksChoice }: { asksPassword: boolean; asksChoice: boolean }) =>
  z.object({
    password: asksPassword ? typedPassword : z.string(),
    choice: asksChoice ? z.enum(['renew', 'off'], reason('missing')) : z.string(),
  })
