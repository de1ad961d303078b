import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readAll, readFields } from '@/app/read-form'
import type { LetterValues } from '@/components/organiser/letter-form'
import { letterOpening } from '@/lib/messages/schema'

/** A form in which nothing is written yet. */
export const emptyLetter = (): LetterValues => ({
  letter: randomUUID(),
  subject: '',
  text: `${letterOpening}\n\n`,
  inTime: '',
  places: [],
  contactWishes: [],
  tookPart: '',
  as: '',
})

/** What was typed and chosen, as the form gets it back. */
export function readLetter(form: FormData): LetterValues {
  const { letter, subject, text, inTime, tookPart, as } = readFields(
    form,
    ...(['letter', 'subject', 'text', 'inTime', 'tookPart', 'as'] as const),
  )
  return {
    letter: z.guid().safeParse(letter).data?.toLowerCase() ?? randomUUID(),
    subject,
    text,
    inTime,
    tookPart,
    as: z.guid().safeParse(as).data?.toLowerCase() ?? '',
    places: readAll(form, 'places'),
    contactWishes: readAll(form, 'contactWishes'),
  }
}

/** The same as the schema wants it. */
export const toLetterInput = ({ subject, text, inTime, places, contactWishes, tookPart }: LetterValues) => ({
  subject,
  text,
  to: { inTime, places, contactWishes, tookPart: tookPart === 'on' },
})
