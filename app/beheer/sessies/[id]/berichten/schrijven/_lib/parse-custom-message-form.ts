import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readAllValues, readFields } from '@/app/_lib/read-form-data'
import { defaultOpening } from '@/lib/notifications/schema'
import type { CustomMessageValues } from '../_components/custom-message-form'

/** A form in which nothing is written yet. */
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

/** What was typed and chosen, as the form gets it back. */
export function parseCustomMessageForm(form: FormData): CustomMessageValues {
  const { letter, subject, text, inTime, tookPart, as } = readFields(
    form,
    ...(['letter', 'subject', 'text', 'inTime', 'tookPart', 'as'] as const),
  )
  return {
    customMessageId: z.guid().safeParse(letter).data?.toLowerCase() ?? randomUUID(),
    subject,
    text,
    inTime,
    tookPart,
    previewRegistrationId: z.guid().safeParse(as).data?.toLowerCase() ?? '',
    places: readAllValues(form, 'places'),
    contactWishes: readAllValues(form, 'contactWishes'),
  }
}

/** The same as the schema wants it. */
export const toCustomMessageInput = ({
  subject,
  text,
  inTime,
  places,
  contactWishes,
  tookPart,
}: CustomMessageValues) => ({
  subject,
  text,
  to: { inTime, places, contactWishes, tookPart: tookPart === 'on' },
})
