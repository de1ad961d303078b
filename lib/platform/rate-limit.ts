import { isIPv4, isIPv6 } from 'node:net'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from './db'
import { derive } from './tokens'

type Settings = {
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
export function createLimit({ name, points, seconds }: Settings) {
  const limiter = new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit', // the name of the model on the client
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false, // see forgetExpired
  })
  const mark = (key: string) => derive('rate-limit', `${name}\0${key}`)
  const waitSeconds = async (key: string) => {
    const count = await limiter.get(mark(key))
    return count && count.consumedPoints >= points ? Math.ceil(count.msBeforeNext / 1000) : 0
  }

  return {
    /** Takes a point; false when there was none left. Exact, also when many ask at once. */
    async consume(key: string): Promise<boolean> {
      try {
        const count = await limiter.consume(mark(key))
        if (count.isFirstInDuration) await forgetExpired()
        return true
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false
        throw refusal
      }
    },

    /** Gives a point back that turned out not to count. */
    async giveBack(key: string): Promise<void> {
      await limiter.reward(mark(key))
    },

    /** Starts the count of this key afresh. */
    async reset(key: string): Promise<void> {
      await limiter.delete(mark(key))
    },

    /** How long until `consume` lets something through again; 0 when it does now. */
    retryAfterSeconds: waitSeconds,
  }
}

/** Each new count takes the dead ones along, so that no clock has to. Skips rows that another process is taking. */
async function forgetExpired(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "RateLimit" WHERE "key" IN (
      SELECT "key" FROM "RateLimit" WHERE "expire" < now() FOR UPDATE SKIP LOCKED
    )`
}

/**
 * The key under which an IP address is counted: IPv4 as it is, IPv6 by its /64, because a subscriber has all addresses in
 * it (RFC 6177). An IPv4 address in IPv6 clothes (::ffff:192.0.2.1) is IPv4. Anything else counts as one and the same.
 */
export function ipKey(address: string): string {
  const bare = (address.split('%')[0] ?? '').toLowerCase()
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return 'unknown'
  const groups = ipv6Groups(bare)
  const [high = 0, low = 0] = groups.slice(6)
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (mapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.')
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
  const numbers = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16))
  const head = numbers(before)
  if (after === undefined) return head
  const tail = numbers(after)
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}
