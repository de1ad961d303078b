'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useEffect, useRef } from 'react'
import styles from './mail-preview.module.css'

export type MailPreview = { subject: string; html: string; text: string; hasCalendar: boolean }

/** CSS class of the element in an HTML mail that holds the formatted text of an organiser. */
const formattedTextClass = 'written'
/**
 * Style element for the preview of a mail. It outlines headings, lists, links and other Markdown, so that an organiser
 * notices typed characters that became formatting.
 */
const markFormatting = `<style>.${formattedTextClass} :is(h3,ul,ol,table,strong,em,a){outline:1px dashed #8a4b00;outline-offset:1px}</style>`

/** Shows the subject, the styled content and the plain text of a mail. `level` is the level of the heading. */
export function MailPreviewSection({ preview, level = 2 }: { preview: MailPreview; level?: 2 | 3 }) {
  return (
    <div className={styles.looks}>
      <Heading level={level}>Zo ziet hij eruit</Heading>
      <Paragraph>
        Onderwerp: <strong>{preview.subject}</strong>
      </Paragraph>
      {preview.hasCalendar ? <Paragraph>Met het bestand kennissessie.ics erbij, voor in de agenda.</Paragraph> : null}
      {preview.html.includes(`class="${formattedTextClass}"`) ? (
        <Paragraph>Wat opgemaakt is in de tekst, heeft hier een stippellijn. Die staat niet in de mail.</Paragraph>
      ) : null}
      <MailFrame title={`De mail met opmaak: ${preview.subject}`} html={preview.html} />
      <details>
        <summary className={styles.more}>Bekijk hem als gewone tekst</summary>
        <pre className={styles.text}>{preview.text}</pre>
      </details>
    </div>
  )
}

/**
 * Shows the HTML of a mail in a frame as high as its content. A mail contains user input, so the sandbox forbids
 * scripts, forms and pop-ups. `allow-same-origin` only lets this page measure the height.
 */
function MailFrame({ title, html }: { title: string; html: string }) {
  const frameRef = useRef<HTMLIFrameElement>(null)
  const fitHeight = () => {
    const height = frameRef.current?.contentDocument?.documentElement?.scrollHeight
    if (frameRef.current && height) frameRef.current.style.blockSize = `${height + 2}px`
  }
  // Also after each render: a frame that loads before hydration does not call `onLoad`.
  useEffect(() => {
    if (html) fitHeight()
    window.addEventListener('resize', fitHeight)
    return () => window.removeEventListener('resize', fitHeight)
  })
  return (
    <iframe
      ref={frameRef}
      className={styles.html}
      sandbox="allow-same-origin"
      title={title}
      srcDoc={html.replace('</head>', `${markFormatting}</head>`)}
      onLoad={fitHeight}
    />
  )
}
