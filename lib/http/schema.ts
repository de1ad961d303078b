/** Why a form that a script sent reached no action. The server sends these words as text, in place of an error page. */
const sendFailures = ['unreachable', 'logged-out', 'new-version', 'too-large'] as const

export type SendFailure = (typeof sendFailures)[number]

export const isSendFailure = (text: string): text is SendFailure => sendFailures.some((failure) => failure === text)
