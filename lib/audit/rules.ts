/** How long the trail is kept, in days: a year. */
export const trailKeepDays = 365

const dayMs = 24 * 60 * 60 * 1000

/** Everything from before this instant is erased. */
export const trailStart = (now: Date) => new Date(now.getTime() - trailKeepDays * dayMs)
