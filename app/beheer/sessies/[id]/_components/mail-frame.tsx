'use client'

import { useEffect, useRef } from 'react'
import styles from './mail-preview.module.css'

/**
 * A mail with its styling, as high as it is. No script, no form, no way to this page: a mail holds what people typed. The
 * same origin only lets us measure it; without `allow-scripts` nothing in it can make use of that.
 */
export function MailFrame({ title, html }: { title: string; html: string }) {
  const frameRef = useRef<HTMLIFrameElement>(null)
  const fitHeight = () => {
    const height = frameRef.current?.contentDocument?.documentElement?.scrollHeight
    if (frameRef.current && height) frameRef.current.style.blockSize = `${height + 2}px`
  }
  // It may have been there before the script was. Asked anew for each mail.
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
