import { Heading, Paragraph } from '@utrecht/component-library-react'
import { Markdown } from '@/components/markdown/markdown'
import { SessionDateTime } from '@/components/session/session-date-time'
import type { SessionView } from '@/components/session/session-view'
import { routes } from '@/lib/platform/routes'
import { canRegister } from '@/lib/sessions/rules'
import heroStyles from './hero.module.css'
import { NextStep } from './next-step'
import { PracticalInfo } from './practical-info'
import styles from './session-page.module.css'
import { Timeline } from './timeline'
import { Weave } from './weave'

type Props = {
  session: SessionView
  now: Date
  /** Path of the registration form; the public form by default. */
  registrationHref?: string
}

export function SessionPage({ session, now, registrationHref = routes.register(session.slug) }: Props) {
  return (
    <>
      <Hero session={session} now={now} registrationHref={registrationHref} />
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
              <NextStep session={session} now={now} registrationHref={registrationHref} />
            </section>
          ) : null}
        </div>
        <PracticalInfo session={session} now={now} />
      </div>
    </>
  )
}

/** Shows the top of a session page: title, summary, date, next step and timeline. */
function Hero({ session, now, registrationHref }: Required<Props>) {
  return (
    <div className={heroStyles.hero}>
      <div className={heroStyles.inside}>
        <div>
          <Paragraph className={heroStyles.eyebrow}>Online kennissessie van {session.organisedBy}</Paragraph>
          <Heading level={1}>{session.title}</Heading>
          <Paragraph lead className={heroStyles.lead}>
            {session.summary}
          </Paragraph>
          <SessionDateTime session={session} />
          <NextStep session={session} now={now} registrationHref={registrationHref} />
        </div>
        <div className={heroStyles.picture}>
          <Weave />
        </div>
        <div className={heroStyles.path}>
          <Timeline session={session} now={now} />
        </div>
      </div>
    </div>
  )
}
