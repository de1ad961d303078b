import { Heading, Paragraph } from '@utrecht/component-library-react'
import styles from './hero.module.css'
import { NextStep } from './next-step'
import { SessionDateTime } from './session-date-time'
import type { SessionView } from './session-view'
import { Timeline } from './timeline'
import { timelineMoments } from './timeline-moments'
import { Weave } from './weave'

/** The top of a session page: what it is, when it is, and what you can do now. */
export function Hero({
  session,
  now,
  registrationHref,
}: {
  session: SessionView
  now: Date
  registrationHref: string
}) {
  return (
    <div className={styles.hero}>
      <div className={styles.inside}>
        <div>
          <Paragraph className={styles.over}>Online kennissessie van {session.organisedBy}</Paragraph>
          <Heading level={1}>{session.title}</Heading>
          <Paragraph lead className={styles.lead}>
            {session.summary}
          </Paragraph>
          <SessionDateTime
            startsAt={session.startsAt}
            endsAt={session.endsAt}
            cancelled={session.cancelledAt !== null}
          />
          <NextStep session={session} now={now} registrationHref={registrationHref} />
        </div>
        <div className={styles.picture}>
          <Weave />
        </div>
        <div className={styles.path}>
          <Timeline moments={timelineMoments(session, now)} />
        </div>
      </div>
    </div>
  )
}
