/** Reasons why a form submitted by JavaScript reached no action. The server sends them as plain text. */
const sendFailures = ['unreachable', 'logged-out', 'new-version', 'too-large'] as const

export type SendFailure = (typeof sendFailures)[number]

export const isSendFailure = (text: string): text is SendFailure => sendFailures.some((failure) => failure === text)
