import { Heading } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { canRegister } from '@/lib/sessions/rules'
import { Facts } from './facts'
import { Hero } from './hero'
import { Markdown } from './markdown'
import { NextStep } from './next-step'
import styles from './session-page.module.css'
import type { SessionView } from './session-view'

type Props = {
  session: SessionView
  now: Date
  /** Where the form stands, when it is not the one for visitors. */
  signUp?: string
}

/** A whole session page at `now`. */
export function SessionPage({ session, now, signUp = routes.signUp(session.slug) }: Props) {
  return (
    <>
      <Hero session={session} now={now} signUp={signUp} />
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
              <NextStep session={session} now={now} signUp={signUp} />
            </section>
          ) : null}
        </div>
        <Facts session={session} now={now} />
      </div>
    </>
  )
}
