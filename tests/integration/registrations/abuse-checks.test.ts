import { describe, expect, it } from 'vitest'
import { env } from '@/lib/platform/env'
import { checkForAbuse, issueFormToken, rateLimitRefusal } from '@/lib/registrations/abuse-checks'
import { createTestDatabase } from '@/tests/support/database/test-database'

const { db } = await createTestDatabase()

const now = new Date()
const tokenOpened = (secondsAgo: number) => issueFormToken(new Date(now.getTime() - secondsAgo * 1000))
const submission = (different = {}) => ({
  token: tokenOpened(60),
  honeypot: '',
  email: 'voorbeeld@example.nl',
  ip: '192.0.2.1',
  ...different,
})
const week = 7 * 24 * 60 * 60

describe('checkForAbuse', () => {
  it('returns the same id each time the same form is sent', async () => {
    const token = tokenOpened(60)
    const first = await checkForAbuse(submission({ token }), { now })
    expect(first).toMatchObject({ ok: true })
    expect(await checkForAbuse(submission({ token }), { now })).toEqual(first)
    expect(await checkForAbuse(submission(), { now })).not.toEqual(first)
  })

  it.each([
    ['too-quick', { token: tokenOpened(1) }],
    ['looks-automated', { honeypot: 'https://example.com' }],
    ['form-expired', { token: tokenOpened(week + 1) }],
    ['form-expired', { token: '' }],
    ['form-expired', { token: 'a.b' }],
    ['form-expired', { token: `${tokenOpened(60)}x` }],
  ])('refuses with %s for %j', async (reason, different) => {
    expect(await checkForAbuse(submission(different), { now })).toEqual({ ok: false, reason })
  })

  it('accepts a form from SIGNUP_MIN_SECONDS after opening up to a week', async () => {
    expect(await checkForAbuse(submission({ token: tokenOpened(env().SIGNUP_MIN_SECONDS) }), { now })).toMatchObject({
      ok: true,
    })
    expect(await checkForAbuse(submission({ token: tokenOpened(week) }), { now })).toMatchObject({ ok: true })
  })
})

describe('rate limits', () => {
  it('allow sixty colleagues behind one IP address to register', async () => {
    const results = []
    for (let person = 0; person < 60; person++) {
      results.push(await checkForAbuse(submission({ ip: '192.0.2.60', email: `collega${person}@example.nl` }), { now }))
    }
    expect(results.every(({ ok }) => ok)).toBe(true)
  })

  it('refuse a flood from one IP address and no other address', async () => {
    const flood = async (person: number) =>
      checkForAbuse(submission({ ip: '192.0.2.66', email: `vloed${person}@example.nl` }), { now })
    const results = await Promise.all(
      Array.from({ length: env().SIGNUP_LIMIT_PER_IP + 10 }, (_, index) => flood(index)),
    )
    expect(results.filter(({ ok }) => !ok)).toHaveLength(10)
    expect(await checkForAbuse(submission({ ip: '192.0.2.67', email: 'ander@example.nl' }), { now })).toMatchObject({
      ok: true,
    })
  })

  it('count a /64 of IPv6 as one address', async () => {
    const results = await Promise.all(
      Array.from({ length: env().SIGNUP_LIMIT_PER_IP + 1 }, (_, index) =>
        checkForAbuse(submission({ ip: `2001:db8:0:1::${index.toString(16)}`, email: `zes${index}@example.nl` }), {
          now,
        }),
      ),
    )
    expect(results.filter(({ ok }) => !ok)).toHaveLength(1)
  })

  it('refuse one email address that is sent repeatedly from any IP address', async () => {
    const results = await Promise.all(
      Array.from({ length: env().SIGNUP_LIMIT_PER_ADDRESS + 5 }, (_, index) =>
        checkForAbuse(submission({ ip: `198.51.100.${index}`, email: 'Steeds@example.nl' }), { now }),
      ),
    )
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(5).fill({ ok: false, reason: 'too-many-for-address' }))
  })

  it('do not count refused submissions of one email address against its IP address', async () => {
    const ip = '192.0.2.99'
    for (let time = 0; time < env().SIGNUP_LIMIT_PER_IP + 5; time += 1) {
      await checkForAbuse(submission({ ip, email: 'vaak@example.nl' }), { now })
    }
    expect(await checkForAbuse(submission({ ip, email: 'collega@example.nl' }), { now })).toMatchObject({ ok: true })
  })

  it('let one address be mailed at most five times an hour by all forms together', async () => {
    const sender = { email: 'bereik@example.nl', ip: '192.0.2.77' }
    const scopes = ['registration', 'link-recovery', 'transfer'] as const
    const results = []
    for (let time = 0; time < 6; time += 1) results.push(await rateLimitRefusal(sender, scopes[time % 3] ?? 'transfer'))
    expect(results).toEqual([null, null, null, null, null, 'too-many-for-address'])
    const [oldest] = await db.rateLimit.findMany({
      where: { key: { startsWith: 'mail-address' } },
      orderBy: { expire: 'desc' },
    })
    expect((oldest?.expire?.getTime() ?? 0) - Date.now()).toBeGreaterThan(59 * 60_000)
  })

  it('store no readable address', async () => {
    const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join('\n')
    expect(keys).not.toMatch(/example\.nl|192\.0\.2|2001:db8/)
  })
})
