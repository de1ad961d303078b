/** The only source of the current time. Only pages, actions and the worker read it; other code takes `now`. */
export const clock = { now: () => new Date() }
