import { z } from 'zod'
import { cleanEmail, holdsSeveralAddresses } from './clean-email'
import { isEmailAddress, maxEmailLength } from './email-address'
import { containsLink } from './link-in-text'
import { cleanLine, cleanLines, countCharacters, visibleCharacter } from './text'

/** Reason why the schema of a form field refuses a value. A form may have additional reasons. */
export type FieldIssue = 'missing' | 'too-long' | 'invalid' | 'contains-link' | 'several' | 'likely-typo'
const issue = (code: FieldIssue) => code

const cleanedText = (clean: (typed: string) => string) => z.string(issue('missing')).transform(clean)
const atMost = (max: number) => z.string().refine((text) => countCharacters(text) <= max, issue('too-long'))

/** Schema for text of one line, which may be empty, of any length. Normalises white space. */
export const unlimitedLine = cleanedText(cleanLine)

/** Schema for text of one line, which may be empty. `max` counts code points. */
export const line = (max: number) => unlimitedLine.pipe(atMost(max))

/** Schema for text of several lines, which may be empty. `max` counts code points. */
export const multiline = (max: number) => cleanedText(cleanLines).pipe(atMost(max))

/** Schema that refuses text without a visible character as `missing`. */
export const visibleText = z.string().regex(visibleCharacter, issue('missing'))

export const requiredLine = (max: number) => line(max).pipe(visibleText)

export const requiredMultiline = (max: number) => multiline(max).pipe(visibleText)

/** Schema for text of several lines, which returns `null` for empty text. `max` counts code points. */
export const optionalMultiline = (max: number) => multiline(max).transform((typed) => typed || null)

/** Schema of a person's name. Refuses a link: the name is in the first mail to an address that may belong to a stranger. */
export const nameField = (max: number) =>
  requiredLine(max).pipe(z.string().refine((name) => !containsLink(name), issue('contains-link')))

/** Schema of an e-mail address. Removes what is often pasted with an address, such as `mailto:` or a name. */
export const emailField = z
  .string(issue('missing'))
  .transform(cleanEmail)
  .pipe(requiredLine(maxEmailLength))
  .pipe(z.string().refine((address) => !holdsSeveralAddresses(address), issue('several')))
  .pipe(z.string().refine(isEmailAddress, issue('invalid')))
