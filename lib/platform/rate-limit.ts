import { isIPv4, isIPv6 } from 'node:net'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db/client'
import { deriveDigest } from './tokens'

type RateLimitSettings = {
  /** Keeps the counts of one limit apart from those of another. */
  name: string
  /** How many are let through in one window. */
  points: number
  /** How long a window lasts, from its first point on. */
  seconds: number
}

/**
 * A limit of so many points in so many seconds, counted in the database and so over all processes and restarts. A key
 * may be anything, also an address: only an HMAC of it is stored. When the database is away the error is thrown on.
 */
export function createRateLimit({ name, points, seconds }: RateLimitSettings) {
  const limiter = new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit', // the name of the model on the client
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false, // see forgetExpired
  })
  const hashKey = (key: string) => deriveDigest('rate-limit', `${name}\0${key}`)
  const secondsUntilReset = async (key: string) => {
    const count = await limiter.get(hashKey(key))
    return count && count.consumedPoints >= points ? Math.ceil(count.msBeforeNext / 1000) : 0
  }

  return {
    /** Takes a point; false when there was none left. Exact, also when many ask at once. */
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

    /** Gives a point back that turned out not to count. */
    async refund(key: string): Promise<void> {
      await limiter.reward(hashKey(key))
    },

    /** Starts the count of this key afresh. */
    async reset(key: string): Promise<void> {
      await limiter.delete(hashKey(key))
    },

    /** How long until `consume` lets something through again; 0 when it does now. */
    retryAfterSeconds: secondsUntilReset,
  }
}

/** Each new count takes the dead ones along, so that no clock has to. Skips rows that another process is taking. */
async function deleteExpiredCounts(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "RateLimit" WHERE "key" IN (
      SELECT "key" FROM "RateLimit" WHERE "expire" < now() FOR UPDATE SKIP LOCKED
    )`
}

/**
 * The key under which an IP address is counted: IPv4 as it is, IPv6 by its /64, because a subscriber has all addresses in
 * it (RFC 6177). An IPv4 address in IPv6 clothes (::ffff:192.0.2.1) is IPv4. Anything else counts as one and the same.
 */
export function rateLimitKeyForIp(address: string): string {
  const withoutZone = (address.split('%')[0] ?? '').toLowerCase()
  if (isIPv4(withoutZone)) return withoutZone
  if (!isIPv6(withoutZone)) return 'unknown'
  const groups = ipv6Groups(withoutZone)
  const [high = 0, low = 0] = groups.slice(6)
  const isMappedIpv4 = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMappedIpv4) return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight numbers of an IPv6 address, with what `::` and a dotted tail stand for written out. */
function ipv6Groups(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  )
  const [before = '', after] = hex.split('::')
  const parseGroups = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16))
  const head = parseGroups(before)
  if (after === undefined) return head
  const tail = parseGroups(after)
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}
