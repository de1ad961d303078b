import { z } from 'zod'
import { isEmailAddress, maxEmailLength } from './email-address'
import { cleanLine, cleanLines } from './text'

/** Why a shared field was refused. A form may add reasons of its own. */
export type FieldIssue = 'missing' | 'too-long' | 'invalid'
const issue = (code: FieldIssue) => code

const cleanedText = (clean: (typed: string) => string) => z.string(issue('missing')).transform(clean)
const atMost = (max: number) => z.string().max(max, issue('too-long'))

/** Text of one line, of any length. */
export const unlimitedLine = cleanedText(cleanLine)

/** Text of one line, which may be empty. `max` counts UTF-16 code units, as browsers do. */
export const line = (max: number) => unlimitedLine.pipe(atMost(max))

/** Text of several lines, which may be empty. `max` counts UTF-16 code units, as browsers do. */
export const multiline = (max: number) => cleanedText(cleanLines).pipe(atMost(max))

/**
 * Refuses text without a visible character as `missing`.
 * DI are default-ignorable characters; U+2800 is a braille cell without dots.
 */
export const visibleText = z.string().regex(/[^\p{Z}\p{C}\p{DI}\u2800]/u, issue('missing'))

export const requiredLine = (max: number) => line(max).pipe(visibleText)

export const requiredMultiline = (max: number) => multiline(max).pipe(visibleText)

/** Text of several lines that is `null` when it is left empty. */
export const optionalMultiline = (max: number) => multiline(max).transform((typed) => typed || null)

export const emailField = requiredLine(maxEmailLength).pipe(z.string().refine(isEmailAddress, issue('invalid')))
