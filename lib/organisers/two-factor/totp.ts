import { createHmac } from 'node:crypto'

// Time-based one-time passwords as authenticator apps make them (RFC 6238): SHA-1, six digits, 30 seconds.
const stepMs = 30_000

/** Largest recognised difference between the clocks of phone and server. It covers one hour of time zone. */
export const maxClockDifferenceMs = 65 * 60_000

/** Number of half minutes by which a two-factor code may be early or late and still be accepted (RFC 6238, section 5.2). */
const acceptedSteps = 1

/** Returns the six-digit code for `key` in the half minute `step`, counted from 1 January 1970 (RFC 6238). */
export function totpCode(key: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/**
 * Returns by how many milliseconds the clock of the authenticator app is ahead (negative: behind), if `code` would be right
 * at another time within `maxClockDifferenceMs`. Returns `null` if the code is right now, or at no such time.
 */
export function findClockDifference(key: string, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / stepMs)
  for (let distance = 0; distance <= maxClockDifferenceMs / stepMs; distance += 1) {
    const difference = [distance, -distance].find((each) => totpCode(key, current + each) === code)
    if (difference !== undefined) return distance <= acceptedSteps ? null : difference * stepMs
  }
  return null
}

/** Refusal of a code that would be right at another time. `differenceMs` is from `findClockDifference`. */
export type ClockRefusal = { ok: false; reason: 'clock'; differenceMs: number }

/** Returns a refusal if the code would be right at another time. `null` if it is right now or never right. */
export function clockRefusal(key: string, code: string, now: Date): ClockRefusal | null {
  const differenceMs = /^\d{6}$/.test(code) ? findClockDifference(key, code, now) : null
  return differenceMs === null ? null : { ok: false, reason: 'clock', differenceMs }
}
