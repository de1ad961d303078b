import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readAllValues, readFields } from '@/app/_lib/read-form-data'
import { customMessageSchema, defaultOpening } from '@/lib/notifications/schema'

/** Returns the submitted values, which the form receives again after a refusal. */
export function parseCustomMessageForm(form: unknown) {
  const { letter, as, ...values } = readFields(form, 'letter', 'subject', 'text', 'inTime', 'tookPart', 'as')
  return {
    ...values,
    /** Id of the message that the form creates. */
    customMessageId: z.guid().safeParse(letter).data?.toLowerCase() ?? randomUUID(),
    /** Id of the registration to preview it as, or empty. */
    previewRegistrationId: z.guid().safeParse(as).data?.toLowerCase() ?? '',
    places: readAllValues(form, 'places'),
    contactWishes: readAllValues(form, 'contactWishes'),
  }
}

export type CustomMessageValues = ReturnType<typeof parseCustomMessageForm>

/** The values of an empty form. */
export const emptyCustomMessage = (): CustomMessageValues => ({
  ...parseCustomMessageForm(new FormData()),
  text: `${defaultOpening}\n\n`,
})

/** Turns the values of the form into a message with its audience. */
export const customMessageFormSchema = z
  .custom<CustomMessageValues>()
  .transform(({ subject, text, inTime, places, contactWishes, tookPart }) => ({
    subject,
    text,
    to: { inTime, places, contactWishes, tookPart: tookPart === 'on' },
  }))
  .pipe(customMessageSchema)
