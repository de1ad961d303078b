/**
 * How long the site waits for who sends slowly, in milliseconds, before it answers 408 and hangs up: 10 s for the head of a
 * request, 30 s for all of it (64 kB at 2 kB/s). A proxy in front may wait longer for its own visitors.
 */
export const serverTimeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 }
