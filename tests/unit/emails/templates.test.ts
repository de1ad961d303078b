import { HtmlValidate } from 'html-validate'
import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import AlreadyRegistered, * as alreadyRegistered from '@/emails/already-registered'
import Confirmation, * as confirmation from '@/emails/confirmation'
import CustomMessage, * as customMessageMail from '@/emails/custom-message'
import { sessionName } from '@/emails/parts/one-line'
import { fillPlaceholders } from '@/emails/parts/prose'
import { renderBodies } from '@/emails/render-bodies'
import { samples } from '@/emails/samples'
import Waitlisted, * as waitlisted from '@/emails/waitlisted'
import { adaptableKinds } from '@/lib/notifications/kinds/registry'
import { getDefaultTemplate } from '@/lib/notifications/template-overrides'

const { sample } = confirmation
const bodiesOf = (different: Partial<confirmation.ConfirmationMail> = {}) =>
  renderBodies(createElement(Confirmation, { ...sample, ...different }))
const alreadyBodies = (different: Partial<typeof alreadyRegistered.sample> = {}) =>
  renderBodies(createElement(AlreadyRegistered, { ...alreadyRegistered.sample, ...different }))

describe('the confirmation', () => {
  test('says when it is, in words, and that it is online', async () => {
    const { html, text } = await bodiesOf()
    expect(html).toContain('dinsdag 8 november 2022')
    expect(text).toContain('dinsdag 8 november 2022\n15.00 tot 16.30 uur, online')
    expect(text).toContain('link en de agenda')
  })

  test('gives all answers back, each under its question', async () => {
    const { html, text } = await bodiesOf()
    const { name, email, role, needs, phone, workplace, answers } = sample
    for (const filled of [name, email, role, needs ?? '', phone ?? '', workplace.name.split(' ')[0] ?? '']) {
      expect(html).toContain(filled)
      expect(text).toContain(filled)
    }
    for (const { question, text: answer } of answers) expect(text).toContain(`${question}\n${answer}`)
  })

  test('names the contact and the page of the session', async () => {
    const { html, text } = await bodiesOf()
    expect(html).toContain('href="mailto:l.kronenburg@movisie.nl"')
    expect(html).toContain(`href="${sample.url}"`)
    expect(text).toContain('Mail Lotte Kronenburg: l.kronenburg@movisie.nl.')
    expect(text).toContain(sample.url)
  })

  test('promises to treat a question that is in time, and no other', async () => {
    expect((await bodiesOf()).text).toContain('Die komt dus zeker aan bod.')
    const later = (await bodiesOf({ askedBeforeDeadline: false })).text
    expect(later).toContain('Je vraag kwam na de vragentermijn.')
    expect(later).not.toContain('zeker aan bod')
  })

  test('says nothing about a question of who asked none', async () => {
    for (const askedBeforeDeadline of [true, false]) {
      const different = { hasQuestion: false, askedBeforeDeadline, answers: [] }
      const waiting = renderBodies(createElement(Waitlisted, { ...waitlisted.sample, ...different }))
      for (const body of [bodiesOf(different), alreadyBodies(different), waiting]) {
        expect((await body).text).not.toMatch(/aan bod|behandel|op tijd|vragentermijn/)
      }
    }
  })

  test.each([
    ['email', 'Misschien mailen we je'],
    ['phone', 'op 06 12345678'],
    ['none', 'nemen we geen contact met je op'],
  ] as const)('keeps to the wish to be contacted: %s', async (contactWish, words) => {
    expect((await bodiesOf({ contactWish })).text).toContain(words)
  })

  test('leaves out what was left empty', async () => {
    expect((await bodiesOf({ needs: null })).text).not.toContain('Wat heb je nodig')
  })

  test('keeps what people type as text: brackets, quotes, emoji, lines, right-to-left', async () => {
    const hostile = `<script>alert("1")</script> & 'O’Brien' 🎉 \u202Eomgekeerd`
    const answers = [{ question: '<b>Vraag?</b>', text: 'een\r\ntwee\n\nvier <img src=x onerror=alert(1)>' }]
    const values = { ...sample.values, naam: hostile }
    const { html, text } = await bodiesOf({ values, name: hostile, role: hostile, answers })
    expect(html).not.toMatch(/<script|<img|<b>Vraag/)
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('🎉')
    expect(html).toMatch(/een<br\/>twee<br\/><br\/>vier/)
    expect(text).toContain('<b>Vraag?</b>\neen\ntwee\n\nvier <img src=x onerror=alert(1)>')
    expect(text).toContain(`Dag ${hostile},`)
  })
})

describe('the mail to who was signed up already', () => {
  test('says since when, that nothing changed, and what to do', async () => {
    const { text } = await alreadyBodies()
    expect(text).toContain('Je was al aangemeld op maandag 3 oktober 2022. Daar is niets aan veranderd')
    expect(text).toContain('Mail Lotte Kronenburg: l.kronenburg@movisie.nl')
    expect(text).toMatch(/Was je dit niet\?\s+Dan hoef je niets te doen\./)
  })

  test('keeps the state of the question as it was', async () => {
    expect((await alreadyBodies()).text).toContain('zeker aan bod')
    expect((await alreadyBodies({ askedBeforeDeadline: false })).text).not.toContain('zeker aan bod')
  })
})

describe('the subject', () => {
  const kennissessie = sessionName('Kennissessie: een\r\nBcc: x@example.nl\u2028 <twee> & 🎉\u0000')
  test.each(adaptableKinds)('of %s is one line that names the session', (kind) => {
    const subject = fillPlaceholders(getDefaultTemplate(kind).subject, { kennissessie })
    expect(subject).toContain('‘Een Bcc: x@example.nl <twee> & 🎉’')
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
  })
})

describe.each(Object.entries(samples).map(([name, { body }]) => [name, () => renderBodies(body)] as const))(
  'every mail: %s',
  (_mail, render) => {
    test('is in Dutch, knows dark screens and holds no picture', async () => {
      const { html } = await render()
      expect(html).toMatch(/<html[^>]*lang="nl"/)
      expect(html).toContain('name="color-scheme" content="light dark"')
      expect(html).not.toMatch(/<img|url\(/)
    })

    test('has no placeholder left and never says u', async () => {
      const { html, text } = await render()
      for (const body of [html.replace(/<style>.*?<\/style>/gs, ''), text]) {
        expect(body).not.toMatch(/undefined|\[object|\{[a-z]+\}|\{\{|\$\{|\bnull\b|NaN|Invalid Date/)
        expect(body).not.toMatch(/\b(u|uw|dient|teneinde|middels)\b/i)
      }
    })

    test('reads well as text: no shouting, no tags, no holes', async () => {
      const { text } = await render()
      expect(text).not.toMatch(/\b[A-Z]{4,}\b/)
      expect(text).not.toMatch(/<\w|\n{4,}|[ \t]\n/)
      expect(text.endsWith('\n')).toBe(true)
    })

    test('is the same each time', async () => expect(await render()).toEqual(await render()))

    test('is readable for who listens to it', async () => {
      const validator = new HtmlValidate({
        extends: ['html-validate:a11y'],
        rules: { 'no-implicit-input-type': 'off' },
      })
      const report = await validator.validateString((await render()).html)
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
    })
  },
)

describe('the reader’s own sign-up', () => {
  // What goes to an address that is not that of the sign-up may not open it.
  const toOthers = [
    'questionDeadline',
    'invitation',
    'passwordReset',
    'accountChanged',
    'emailChangeConfirm',
    'emailChanged',
  ]
  const farewell =
    /^(offer-?expired|session-?cancelled|registration-?cancelled|transferred|follow-?up|question-?result)/i
  const toParticipants = Object.entries(samples).filter(([name]) => !toOthers.includes(name))

  test.each(toParticipants)(
    'is one link away in %s, and so is cancelling while there is something to cancel',
    async (name, { body }) => {
      for (const rendered of Object.values(await renderBodies(body))) {
        expect(rendered).toMatch(/aanmelding\/voorbeeld(?!\/)/)
        expect(rendered.includes('aanmelding/voorbeeld/afmelden')).toBe(!farewell.test(name))
      }
    },
  )

  test('is in no mail to an organiser, or to an address that is not theirs', async () => {
    for (const [, { body }] of Object.entries(samples).filter(([name]) => toOthers.includes(name))) {
      const { html } = await renderBodies(body)
      expect(html).not.toContain('/aanmelding/')
    }
  })
})

describe('words that an organiser can change', () => {
  const letter = (different: Partial<typeof customMessageMail.sample>) =>
    renderBodies(createElement(CustomMessage, { ...customMessageMail.sample, ...different }))

  test('have their placeholders filled in, and are Markdown: headings, lists, links, bold', async () => {
    const text = '# Kop\n\nDag {naam} uit {gemeente},\n\n- **een**\n- [twee](https://example.nl/twee)'
    const { html, text: plain } = await letter({ text })
    expect(plain).toContain("Dag Sam Voorbeeld uit Den Haag ('s-Gravenhage),")
    expect(html).toContain('<strong>een</strong>')
    expect(html).toContain('href="https://example.nl/twee"')
    expect(html).toMatch(/<h3[^>]*>Kop<\/h3>/)
  })

  test('keep their lines, make links of addresses, and show a table as one', async () => {
    const text = 'Groet,\nLotte\n\nZie https://example.nl/stuk.\n\n| Tijd | Wat |\n| --- | --- |\n| 15.00 | Welkom |'
    const { html, text: plain } = await letter({ text })
    expect(html).toMatch(/Groet,<br\/>\s*(<!-- -->)?Lotte/)
    expect(plain).toMatch(/Groet,\nLotte\n/)
    expect(html).toContain('href="https://example.nl/stuk"')
    expect(html).toMatch(/<th[^>]*>Tijd<\/th>/)
    expect(plain).toMatch(/Tijd +Wat\n15\.00 +Welkom/)
  })

  test('never turn what somebody typed into a link, a heading or html', async () => {
    const values = { ...customMessageMail.sample.values, naam: '[klik](https://boos.example) **x** <b>& "1" 🎉\n# Kop' }
    const { html, text } = await letter({ text: 'Dag {naam},', values })
    expect(text).toContain('Dag [klik](https://boos.example) **x** <b>& "1" 🎉 # Kop,')
    expect(html).not.toMatch(/href="https:\/\/boos|<b>|<strong>x/)
  })

  test('lead nowhere but to the web or a mailbox, and bring no html, script or picture', async () => {
    const text = '[a](javascript:alert(1)) <script>x</script> ![p](https://example.nl/p.png) [b](mailto:b@example.nl)'
    const { html } = await letter({ text })
    expect(html).not.toMatch(/javascript:|<script|<img/)
    expect(html).toContain('mailto:b@example.nl')
  })

  test('keep a subject on one line, whatever is filled in', () => {
    expect(fillPlaceholders('Over {kennissessie}\r\nBcc: x', { kennissessie: 'een\r\ntwee' })).toBe(
      'Over een twee Bcc: x',
    )
  })
})

describe('on a dark screen', () => {
  const inline = /style="([^"]*)"/
  test.each(Object.entries(samples))(
    'every colour of %s that stands inline has a class that changes it',
    async (_name, { body }) => {
      const { html } = await renderBodies(body)
      // What the sheet reaches by its place: the cell that holds the page, and the strands, which stay as they are.
      const byPlace = /^<td (style="background-color:#fffdf9|data-id)/
      const coloured = [...html.matchAll(/<(\w+)[^>]*>/g)].filter(([tag]) => {
        const [, style = ''] = tag.match(inline) ?? []
        return /(^|;)\s*(color|background-color):/.test(style) && !byPlace.test(tag)
      })
      expect(coloured.length).toBeGreaterThan(5)
      for (const [tag] of coloured) expect(tag).toMatch(/class="[^"]*\b(page|text|soft|link|button|box)\b/)
    },
  )
})
