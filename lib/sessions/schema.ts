import { z } from 'zod'

/** Room in each field, in UTF-16 code units as a browser counts them. */
export const releaseLimits = { onlineLink: 2000, agenda: 5000 } as const

/** Why a field was refused; the sentence is written where it is shown. */
export type ReleaseFieldReason = 'missing' | 'not-https' | 'too-long'
const reason = (code: ReleaseFieldReason) => code

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g
const text = z
  .string(reason('missing'))
  .transform((value) => value.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed().trim())

/** The form with which link and agenda are released. The link is https, so that nobody on the way sees who takes part. */
export const releaseSchema = z.object({
  onlineLink: text.pipe(
    z
      .string()
      .min(1, { error: reason('missing'), abort: true })
      .max(releaseLimits.onlineLink, reason('too-long'))
      .refine(isHttps, reason('not-https')),
  ),
  agenda: text.pipe(z.string().min(1, reason('missing')).max(releaseLimits.agenda, reason('too-long'))),
})

export type ReleaseInput = z.output<typeof releaseSchema>

/** A name or password in the address would be somebody's own way in. */
function isHttps(address: string): boolean {
  if (!address.startsWith('https://') || /\s/.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}

/** The refusals of releaseSession. */
export type ReleaseRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-over'
  | 'released-meanwhile'
  | 'nothing-changed'

/** The moments of a session; all instants. */
export type SessionTimes = { startsAt: Date; endsAt: Date; questionDeadlineAt: Date; registrationClosesAt: Date }

/** The refusals of moveSession. */
export type MoveRefusal = 'unknown-session' | 'session-cancelled' | 'times-out-of-order'

export const mailPlanLimits = { materials: 5000, evaluationUrl: 2000 } as const

/** To whom thanks go afterwards. */
export const thanksTo = ['nobody', 'took-part', 'all'] as const

const tick = z.string().transform((value) => value === 'on')

/** The form that says which mails go out by themselves. A box that is not ticked sends nothing: it counts as empty. */
export const mailPlanSchema = z.object({
  remindWeekBefore: tick,
  remindDayBefore: tick,
  remindHourBefore: tick,
  remindOrganisers: tick,
  thanksTo: z.enum(thanksTo, reason('missing')),
  materials: text.pipe(z.string().max(mailPlanLimits.materials, reason('too-long'))),
  evaluationUrl: text.pipe(
    z
      .string()
      .max(mailPlanLimits.evaluationUrl, reason('too-long'))
      .refine((address) => address === '' || isHttps(address), reason('not-https')),
  ),
})

export type MailPlan = z.output<typeof mailPlanSchema>
