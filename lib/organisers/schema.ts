import { z } from 'zod'

/** Length is the only rule (NIST SP 800-63B, 5.1.1.2); counted in UTF-16 code units. */
export const passwordLength = { min: 12, max: 128 } as const
const nameLength = 120
const emailLength = 254

/** Why a field was refused; the sentence is written where it is shown. */
export type FieldReason = 'missing' | 'invalid' | 'too-short' | 'too-long'
const reason = (code: FieldReason) => code

const controls = /\p{Cc}+/gu
const line = z.string(reason('missing')).transform((text) => text.toWellFormed().replace(controls, ' ').trim())
const obligatory = z.string().min(1, reason('missing'))
const email = line
  .pipe(obligatory)
  .pipe(z.email(reason('invalid')).max(emailLength, reason('too-long')))
  .transform((address) => address.toLowerCase())

/** The log-in form. A password is taken as typed: nothing is cut off, spaces count. */
export const loginSchema = z.object({ email, password: z.string(reason('missing')).min(1, reason('missing')) })

export type LoginInput = z.output<typeof loginSchema>

/** The form for the first organiser. */
export const firstOrganiserSchema = z.object({
  name: line.pipe(obligatory).pipe(z.string().max(nameLength, reason('too-long'))),
  email,
  password: z
    .string(reason('missing'))
    .min(1, { error: reason('missing'), abort: true })
    .min(passwordLength.min, reason('too-short'))
    .max(passwordLength.max, reason('too-long'))
    // scrypt keys an HMAC, which fills up with NULs (RFC 2104): two passwords would be one. No keyboard types it.
    .refine((password) => !password.includes('\0'), reason('invalid')),
})

export type FirstOrganiserInput = z.output<typeof firstOrganiserSchema>
