/**
 * Reasons why a form that JavaScript submitted reached no server action. The server sends the reason as plain text instead
 * of an error page.
 */
const sendFailures = ['unreachable', 'logged-out', 'new-version', 'too-large'] as const

export type SendFailure = (typeof sendFailures)[number]

export const isSendFailure = (text: string): text is SendFailure => sendFailures.some((failure) => failure === text)
