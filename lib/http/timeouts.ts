/**
 * Timeouts for slow clients, in milliseconds. Node then answers 408 and closes the connection: after 10 s for the head of a
 * request, after 30 s for all of it (64 kB at 2 kB/s).
 */
export const serverTimeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 }
