import { render, toPlainText } from '@react-email/render'
import type { ReactElement } from 'react'

/** The html of a mail, and the text made from that same html. The text keeps headings as they are written. */
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
  // Only those in a text: the others hold the page together.
  { selector: 'table.data', format: 'dataTable', options: { uppercaseHeaderCells: false } },
]
