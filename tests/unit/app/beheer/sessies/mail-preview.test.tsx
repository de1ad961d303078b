import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import * as customMessage from '@/emails/session/custom-message'
import { bodiesOf } from '@/tests/unit/emails/bodies-of'

test('the preview of a mail outlines the formatted parts of the text, which the mail itself does not', async () => {
  const bodies = await bodiesOf(customMessage, { text: '## Kop\n\n- **een**\n- twee' })
  const preview = { ...bodies, subject: 'Onderwerp', hasCalendar: false }
  const section = renderToStaticMarkup(<MailPreviewSection preview={preview} />)
  expect(section).toContain('heeft hier een stippellijn')
  expect(section).toMatch(
    /\.written :is\(h3,ul,ol,table,strong,em,a\)\{outline:1px dashed[^}]*\}&lt;\/style&gt;&lt;\/head&gt;/,
  )
  expect(bodies.html).toContain('<div class="written">')
  expect(bodies.html).not.toContain('dashed')
})
