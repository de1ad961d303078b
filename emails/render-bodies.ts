import { render, toPlainText } from '@react-email/render'
import type { ReactElement } from 'react'

/** Renders a mail to html, and derives its plain-text version from that html. */
export async function renderBodies(mail: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(mail)
  return { html, text: `${toPlainText(html, { selectors }).trim()}\n` }
}

const selectors = [
  ...['h1', 'h2'].map((selector) => ({
    selector,
    options: { uppercase: false, leadingLineBreaks: 3, trailingLineBreaks: 2 },
  })),
  { selector: 'ol', options: { itemPrefix: ' ' } },
  // Tables in an organiser's text; all other tables are layout.
  { selector: 'table.data', format: 'dataTable', options: { uppercaseHeaderCells: false } },
]
