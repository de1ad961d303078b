import { describe, expect, test } from 'vitest'
import { fillPlaceholders } from '@/emails/parts/placeholders'
import { quotedTitle } from '@/emails/parts/quoted-title'
import { sampleMail } from '@/emails/parts/sample-data'
import * as registrationChanged from '@/emails/registration/registration-changed'
import * as customMessage from '@/emails/session/custom-message'
import * as reminders from '@/emails/session/release-and-reminders'
import { oneLine } from '@/lib/platform/text'
import { asTyped, visibleText } from '@/tests/support/hostile-input/markdown-strings'
import { bodiesOf } from './bodies-of'

describe('the adaptable text of a mail', () => {
  test('has its placeholders filled in and its Markdown rendered', async () => {
    const text = '# Kop\n\nDag {naam} uit {gemeente},\n\n- **een**\n- [twee](https://example.nl/twee)'
    const { html, text: plain } = await bodiesOf(customMessage, { text })
    expect(plain).toContain("Dag Sam Voorbeeld uit Den Haag ('s-Gravenhage),")
    expect(html).toContain('<strong>een</strong>')
    expect(html).toContain('href="https://example.nl/twee"')
    expect(html).toMatch(/<h3[^>]*>Kop<\/h3>/)
  })

  test('keeps line breaks, links bare addresses and renders tables', async () => {
    const text = 'Groet,\nLotte\n\nZie https://example.nl/stuk.\n\n| Tijd | Wat |\n| --- | --- |\n| 15.00 | Welkom |'
    const { html, text: plain } = await bodiesOf(customMessage, { text })
    expect(html).toMatch(/Groet,<br\/>\s*(<!-- -->)?Lotte/)
    expect(plain).toMatch(/Groet,\nLotte\n/)
    expect(html).toContain('href="https://example.nl/stuk"')
    expect(html).toMatch(/<th[^>]*>Tijd<\/th>/)
    expect(plain).toMatch(/Tijd +Wat\n15\.00 +Welkom/)
  })

  test('never turns a placeholder value into a link, a heading or html', async () => {
    const naam = '[klik](https://boos.example) **x** <b>& "1" 🎉\n# Kop'
    const values = { ...sampleMail.values, naam }
    const { html, text } = await bodiesOf(customMessage, { text: 'Dag {naam},', values })
    expect(text).toContain('Dag [klik](https://boos.example) **x** <b>& "1" 🎉 # Kop,')
    expect(html).not.toMatch(/href="https:\/\/boos|<b>|<strong>x/)
  })

  test.each(asTyped)('shows %j as typed, in html and in plain text', async (typed) => {
    const { html, text } = await bodiesOf(customMessage, { text: `Begin\n\n${typed}\n\nEinde` })
    expect(visibleText(html)).toContain(`Begin ${typed.replaceAll('\n', ' ')} Einde`)
    expect(text.replace(/\s+/g, ' ')).toContain(`Begin ${typed.replaceAll('\n', ' ')} Einde`)
  })

  test('shows as text html, scripts, images and links of other schemes than http and mailto', async () => {
    const text = '[a](javascript:alert(1)) <script>x</script> ![p](https://example.nl/p.png) [b](mailto:b@example.nl)'
    const { html } = await bodiesOf(customMessage, { text })
    expect(html).not.toMatch(/href="javascript:|<script|<img/)
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;')
    expect(html).toContain('mailto:b@example.nl')
  })
})

test('text of a participant stays text: brackets, quotes, emoji, line breaks, right-to-left', async () => {
  const hostile = `<script>alert("1")</script> & 'O’Brien' 🎉 \u202Eomgekeerd`
  const answers = [{ question: { label: '<b>Vraag?</b>' }, text: 'een\r\ntwee\n\nvier <img src=x onerror=alert(1)>' }]
  const values = { ...sampleMail.values, naam: hostile }
  const { html, text } = await bodiesOf(registrationChanged, { values, name: hostile, role: hostile, answers })
  expect(html).not.toMatch(/<script|<img|<b>Vraag/)
  expect(html).toContain('&lt;script&gt;')
  expect(html).toContain('🎉')
  expect(html).toMatch(/een<br\/>twee<br\/><br\/>vier/)
  expect(text).toContain('<b>Vraag?</b>\neen\ntwee\n\nvier <img src=x onerror=alert(1)>')
  expect(text).toContain(`Dag ${oneLine(hostile)},`)
})

test('a name keeps its own direction, apart from the text around it', async () => {
  const values = { ...sampleMail.values, naam: 'مرحبا بالعالم' }
  const { html, text } = await bodiesOf(customMessage, { text: 'Dag {naam} (5), **{naam}**', values })
  expect(html).toContain('<bdi>مرحبا بالعالم</bdi> (5), <strong><bdi>مرحبا بالعالم</bdi></strong>')
  expect(text).toContain('Dag مرحبا بالعالم (5), مرحبا بالعالم')
})

test('a long link in a text may break anywhere, in each program', async () => {
  const url = `https://teams.example.nl/l/meetup-join/${'19%3ameeting_'.repeat(40)}`
  const { html } = await bodiesOf(customMessage, { text: `Zie ${url}\n\n- ${url}\n\n| A |\n| - |\n| ${url} |` })
  const blocks = html.match(/<(p|ul|table) class="text[^>]*>/g) ?? []
  expect(blocks.length).toBeGreaterThan(2)
  for (const block of blocks) expect(block).toMatch(/overflow-wrap:anywhere;word-break:break-word/)
})

describe('a subject', () => {
  const kennissessie = quotedTitle('Kennissessie: een\r\nBcc: x@example.nl\u2028 <twee> & 🎉\u0000')

  test.each(Object.entries(reminders))('of %s is one line that names the session', (_kind, { defaultTemplate }) => {
    const subject = fillPlaceholders(defaultTemplate?.subject ?? '', { kennissessie })
    expect(subject).toContain('‘Een Bcc: x@example.nl <twee> & 🎉’')
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
  })

  test('stays one line when the template or a value holds line ends', () => {
    expect(fillPlaceholders('Over {kennissessie}\r\nBcc: x', { kennissessie: 'een\r\ntwee' })).toBe(
      'Over een twee Bcc: x',
    )
  })
})
