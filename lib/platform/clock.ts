/** The one place that knows what time it is. Pages, actions and the worker ask it; everything below is given `now`. */
export const clock = { now: () => new Date() }
