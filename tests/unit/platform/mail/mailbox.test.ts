import { expect, test } from 'vitest'
import { parseMailbox } from '@/lib/platform/mail/mailbox'

test.each([
  ['aanmelden@example.nl', { name: '', address: 'aanmelden@example.nl' }],
  ['Aanschuif <aanmelden@example.nl>', { name: 'Aanschuif', address: 'aanmelden@example.nl' }],
  ['"Movisie, Utrecht" <aanmelden@example.nl>', { name: 'Movisie, Utrecht', address: 'aanmelden@example.nl' }],
  ['Aanschuif <post@voorbeëld.nl>', { name: 'Aanschuif', address: 'post@xn--voorbeld-y1a.nl' }],
])('reads the sender %s, with its domain in ASCII', (text, mailbox) => {
  expect(parseMailbox(text)).toEqual(mailbox)
})

test.each([
  'a@b.nl,',
  'a@b..nl',
  'A <a@b>',
  'a@b.nl; c@d.nl',
  'A <a@b.nl',
  '<a@b.nl> A',
  'A <a@b.nl>\r\nBcc: c@d.nl',
  '',
  'A',
])('refuses %j, which is no sender', (text) => {
  expect(parseMailbox(text)).toBeNull()
})
