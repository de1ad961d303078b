'use client'

import { useEffect, useRef } from 'react'
import styles from './mail-looks.module.css'

/**
 * A mail with its styling, as high as it is. No script, no form, no way to this page: a mail holds what people typed. The
 * same origin only lets us measure it; without `allow-scripts` nothing in it can make use of that.
 */
export function MailFrame({ title, html }: { title: string; html: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const grow = () => {
    const height = frame.current?.contentDocument?.documentElement?.scrollHeight
    if (frame.current && height) frame.current.style.blockSize = `${height + 2}px`
  }
  // It may have been there before the script was. Asked anew for each mail.
  useEffect(() => {
    if (html) grow()
    window.addEventListener('resize', grow)
    return () => window.removeEventListener('resize', grow)
  })
  return (
    <iframe ref={frame} className={styles.html} sandbox="allow-same-origin" title={title} srcDoc={html} onLoad={grow} />
  )
}
