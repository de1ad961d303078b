import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db/client'
import { deriveDigest } from './tokens'

/**
 * Creates a limit of `points` per key in a window of `seconds`, which starts at the key's first point. The database
 * counts each `name` apart and stores only an HMAC of the key. Every method throws when the database is unreachable.
 */
export function createRateLimit({ name, points, seconds }: { name: string; points: number; seconds: number }) {
  const limiter = new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit', // the name of the model on the client
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false, // see deleteExpiredCounts
  })
  const hashKey = (key: string) => deriveDigest('rate-limit', `${name}\0${key}`)

  return {
    /** Takes a point of this key. Returns `false` when none is left. Exact under concurrency. */
    async consume(key: string): Promise<boolean> {
      try {
        const count = await limiter.consume(hashKey(key))
        if (count.isFirstInDuration) await deleteExpiredCounts()
        return true
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false
        throw refusal
      }
    },

    refund: (key: string) => limiter.reward(hashKey(key)),

    reset: (key: string) => limiter.delete(hashKey(key)),

    /** Returns how many seconds remain until `consume` succeeds again, or 0 when it does now. */
    async retryAfterSeconds(key: string): Promise<number> {
      const count = await limiter.get(hashKey(key))
      return count && count.consumedPoints >= points ? Math.ceil(count.msBeforeNext / 1000) : 0
    },
  }
}

/** Deletes expired counts, with each new count so that no timer is needed. Skips rows that another process deletes. */
async function deleteExpiredCounts(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "RateLimit" WHERE "key" IN (
      SELECT "key" FROM "RateLimit" WHERE "expire" < now() FOR UPDATE SKIP LOCKED
    )`
}

/**
 * Returns the key under which an IP address is counted. A subscriber has all addresses of an IPv6 /64 (RFC 6177), so these
 * share one key. A mapped address (::ffff:192.0.2.1) counts as IPv4. Anything else is 'unknown'.
 */
export function rateLimitKeyForIp(address: string): string {
  if (!isIP(address) || !ipaddr.isValid(address)) return 'unknown'
  const ip = ipaddr.process(address)
  if (ip instanceof ipaddr.IPv4) return ip.toString()
  const prefix = ip.parts.slice(0, 4).map((part) => part.toString(16))
  return `${prefix.join(':')}::/64`
}
