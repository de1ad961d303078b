import { describe, expect, test } from 'vitest'
import { rateLimitKeyForIp } from '@/lib/platform/rate-limit'

describe('rateLimitKeyForIp', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['192.0.2', 'unknown'],
    ['0xc0.0.2.7', 'unknown'],
    ['', 'unknown'],
    ['not an address', 'unknown'],
    ['192.0.2.7, 198.51.100.1', 'unknown'],
  ])('returns for %s the key %s', (address, key) => expect(rateLimitKeyForIp(address)).toBe(key))
})
