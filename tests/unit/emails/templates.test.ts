import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import * as linkRecovery from '@/emails/registration/link-recovery'
import { renderBodies } from '@/emails/render-bodies'
import { mailSamples } from '@/lib/notifications/kinds/registry'
import { bodiesOf } from './bodies-of'

const mails = Object.entries(mailSamples()).map(([name, { body }]) => [name, () => renderBodies(body)] as const)

describe.each(mails)('mail %s', (_name, render) => {
  test('is Dutch, supports dark mode and holds no image', async () => {
    const { html } = await render()
    expect(html).toMatch(/<html[^>]*lang="nl"/)
    expect(html).toContain('name="color-scheme" content="light dark"')
    expect(html).not.toMatch(/<img|url\(/)
  })

  test('holds no unfilled placeholder, no missing value and no formal Dutch', async () => {
    const { html, text } = await render()
    for (const body of [html.replace(/<style>.*?<\/style>/gs, ''), text]) {
      expect(body).not.toMatch(/undefined|\[object|\{[a-z]+\}|\{\{|\$\{|\bnull\b|NaN|Invalid Date/)
      expect(body).not.toMatch(/\b(u|uw|dient|teneinde|middels)\b/i)
    }
  })

  test('has a text version without capitals, tags, trailing spaces or large gaps', async () => {
    const { text } = await render()
    expect(text).not.toMatch(/\b[A-Z]{4,}\b/)
    expect(text).not.toMatch(/<\w|\n{4,}|[ \t]\n/)
    expect(text.endsWith('\n')).toBe(true)
  })

  test('renders the same bytes each time', async () => expect(await render()).toEqual(await render()))

  test('passes the accessibility rules of html-validate', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:a11y'],
      rules: { 'no-implicit-input-type': 'off' },
    })
    const report = await validator.validateString((await render()).html)
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  test('gives every element with an inline colour a class for dark mode', async () => {
    const { html } = await render()
    // Exempt: the page cell, which has a rule of its own, and the strands, which keep their colours.
    const exempt = /^<td style="(background-color:#fffdf9|height:6px)/
    const coloured = [...html.matchAll(/<(\w+)[^>]*>/g)].filter(([tag]) => {
      const [, style = ''] = tag.match(/style="([^"]*)"/) ?? []
      return /(^|;)\s*(color|background-color):/.test(style) && !exempt.test(tag)
    })
    expect(coloured.length).toBeGreaterThan(5)
    for (const [tag] of coloured) expect(tag).toMatch(/class="[^"]*\b(page|text|soft|link|button|box)\b/)
  })

  test('hides its preview text and fills it to 150 characters', async () => {
    const { html, text } = await render()
    const [, preview = '', filler = ''] =
      html.match(/<div style="display:none[^"]*" data-skip-in-text="true">([^<]*)(?:<div>([^<]*)<\/div>)?<\/div>/) ?? []
    const length = decodeEntities(preview).length
    expect(length).toBeGreaterThan(10)
    expect(filler).toBe('\u00a0\u200c\u200b\u200d\ufeff'.repeat(150 - length))
    expect(text).not.toMatch(/[\u200b-\u200f\ufeff]/)
  })
})

const decodeEntities = (html: string) =>
  html.replace(/&#x([0-9a-f]+);|&(amp|lt|gt|quot);/gi, (_, code: string | undefined) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : '.',
  )

describe('personal links', () => {
  // These mails go to organisers, or to an address that is not the participant's.
  const withoutLinks = [
    'question-deadline',
    'invitation',
    'password-reset',
    'account-changed',
    'logins-blocked',
    'email-change-confirm',
    'email-changed',
  ]
  const withoutCancelLink =
    /^(offer-expired|waitlist-ended|session-cancelled|registration-cancelled|transferred|follow-up|question-result|custom-message-(cancelled|after))/
  const goesToParticipant = ([name]: (typeof mails)[number]) => !withoutLinks.includes(name)

  test.each(mails.filter(goesToParticipant))(
    '%s links to self-service, and to cancelling while the participant can cancel',
    async (name, render) => {
      for (const rendered of Object.values(await render())) {
        expect(rendered).toMatch(/aanmelding\/voorbeeld(?!\/)/)
        expect(rendered.includes('aanmelding/voorbeeld/afmelden')).toBe(!withoutCancelLink.test(name))
      }
    },
  )

  test.each(mails.filter((mail) => !goesToParticipant(mail)))('%s holds no self-service link', async (_name, render) =>
    expect((await render()).html).not.toContain('/aanmelding/'),
  )
})

test('a button gets its padding in Outlook from spaces in conditional comments', async () => {
  const { html } = await bodiesOf(linkRecovery)
  const [button = ''] = html.match(/<a class="button".*?<\/a>/) ?? []
  expect(button).toMatch(/^[^>]*href="[^"]*deelnemen\/voorbeeld"[^>]*padding:14px 26px/)
  expect(
    button.match(/<!--\[if mso\]><i style="mso-font-width:433[^"]*" hidden>(&#8202;){3}.*?<!\[endif\]-->/g),
  ).toHaveLength(2)
})
