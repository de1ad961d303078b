import { z } from 'zod'
import { isEmailAddress, maxEmailLength } from './email-address'
import { cleanLine, cleanLines, visibleCharacter } from './text'

/** Reason why the schema of a form field refuses a value. A form may have additional reasons. */
export type FieldIssue = 'missing' | 'too-long' | 'invalid'
const issue = (code: FieldIssue) => code

const cleanedText = (clean: (typed: string) => string) => z.string(issue('missing')).transform(clean)
const atMost = (max: number) => z.string().max(max, issue('too-long'))

/** Schema for text of one line, which may be empty, of any length. Normalises white space. */
export const unlimitedLine = cleanedText(cleanLine)

/** Schema for text of one line, which may be empty. `max` counts UTF-16 code units, as browsers do. */
export const line = (max: number) => unlimitedLine.pipe(atMost(max))

/** Schema for text of several lines, which may be empty. `max` counts UTF-16 code units, as browsers do. */
export const multiline = (max: number) => cleanedText(cleanLines).pipe(atMost(max))

/** Schema that refuses text without a visible character as `missing`. */
export const visibleText = z.string().regex(visibleCharacter, issue('missing'))

export const requiredLine = (max: number) => line(max).pipe(visibleText)

export const requiredMultiline = (max: number) => multiline(max).pipe(visibleText)

/** Schema for text of several lines, which returns `null` for empty text. `max` counts UTF-16 code units. */
export const optionalMultiline = (max: number) => multiline(max).transform((typed) => typed || null)

export const emailField = requiredLine(maxEmailLength).pipe(z.string().refine(isEmailAddress, issue('invalid')))
