import { Heading } from '@utrecht/component-library-react'
import { canRegister } from '@/lib/sessions/rules'
import { Facts } from './facts'
import { Hero } from './hero'
import { Markdown } from './markdown'
import { NextStep } from './next-step'
import styles from './session-page.module.css'
import type { SessionView } from './session-view'

/** A whole session page at `now`. */
export function SessionPage({ session, now }: { session: SessionView; now: Date }) {
  return (
    <>
      <Hero session={session} now={now} />
      <div className={styles.columns}>
        <div className={styles.text}>
          <Markdown text={session.body} headingLevel={2} />
          <section aria-labelledby="voor-wie" className={styles.part}>
            <Heading level={2} id="voor-wie">
              Voor wie?
            </Heading>
            <Markdown text={session.audience} headingLevel={3} />
          </section>
          {canRegister(session, now) ? (
            <section aria-labelledby="doe-mee" className={`${styles.part} ${styles.join}`}>
              <Heading level={2} id="doe-mee">
                Meld je aan!
              </Heading>
              <NextStep session={session} now={now} />
            </section>
          ) : null}
        </div>
        <Facts session={session} now={now} />
      </div>
    </>
  )
}
