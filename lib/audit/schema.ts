/** Kinds of deeds that the trail can be asked for, each with what the name of an action then begins with. */
export const deedGroups = {
  session: ['session.', 'programme.'],
  registration: ['registration.', 'registrations.'],
  question: ['question.', 'round.', 'theme.'],
  mail: ['message.', 'letter.'],
  organiser: ['organiser.'],
  privacy: ['privacy.'],
} as const

export type DeedGroup = keyof typeof deedGroups
export const isDeedGroup = (text: unknown): text is DeedGroup =>
  typeof text === 'string' && Object.hasOwn(deedGroups, text)
