import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readAllValues, readFields } from '@/app/_lib/read-form-data'
import { customMessageSchema, defaultOpening } from '@/lib/notifications/schema'
import type { CustomMessageValues } from '../_components/custom-message-form'

/** The values of an empty form. */
export const emptyCustomMessage = (): CustomMessageValues => ({
  customMessageId: randomUUID(),
  subject: '',
  text: `${defaultOpening}\n\n`,
  inTime: '',
  places: [],
  contactWishes: [],
  tookPart: '',
  previewRegistrationId: '',
})

/** Reads the typed and chosen values, as the form gets them back. */
export function parseCustomMessageForm(form: unknown): CustomMessageValues {
  const { letter, as, ...values } = readFields(form, 'letter', 'subject', 'text', 'inTime', 'tookPart', 'as')
  return {
    ...values,
    customMessageId: z.guid().safeParse(letter).data?.toLowerCase() ?? randomUUID(),
    previewRegistrationId: z.guid().safeParse(as).data?.toLowerCase() ?? '',
    places: readAllValues(form, 'places'),
    contactWishes: readAllValues(form, 'contactWishes'),
  }
}

/** Turns the values of the form into a message with its audience. */
export const customMessageFormSchema = z
  .custom<CustomMessageValues>()
  .transform(({ subject, text, inTime, places, contactWishes, tookPart }) => ({
    subject,
    text,
    to: { inTime, places, contactWishes, tookPart: tookPart === 'on' },
  }))
  .pipe(customMessageSchema)
