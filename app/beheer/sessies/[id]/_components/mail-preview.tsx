'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useEffect, useRef } from 'react'
import styles from './mail-preview.module.css'

export type MailPreview = { subject: string; html: string; text: string; hasCalendar: boolean }

/** A mail as its recipient sees it: subject, content with styling, and plain text. */
export function MailPreviewSection({ preview, level = 2 }: { preview: MailPreview; level?: 2 | 3 }) {
  return (
    <div className={styles.looks}>
      <Heading level={level}>Zo ziet hij eruit</Heading>
      <Paragraph>
        Onderwerp: <strong>{preview.subject}</strong>
      </Paragraph>
      {preview.hasCalendar ? <Paragraph>Met het bestand kennissessie.ics erbij, voor in de agenda.</Paragraph> : null}
      <MailFrame title={`De mail met opmaak: ${preview.subject}`} html={preview.html} />
      <details>
        <summary className={styles.more}>Bekijk hem als gewone tekst</summary>
        <pre className={styles.text}>{preview.text}</pre>
      </details>
    </div>
  )
}

/**
 * A mail with its styling, in a frame as high as the mail. A mail holds what people typed, so the sandbox allows no
 * script, form or navigation. The same origin only lets this page measure the height.
 */
function MailFrame({ title, html }: { title: string; html: string }) {
  const frameRef = useRef<HTMLIFrameElement>(null)
  const fitHeight = () => {
    const height = frameRef.current?.contentDocument?.documentElement?.scrollHeight
    if (frameRef.current && height) frameRef.current.style.blockSize = `${height + 2}px`
  }
  // The frame may have loaded before hydration, and each new mail has another height.
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
      srcDoc={html}
      onLoad={fitHeight}
    />
  )
}
