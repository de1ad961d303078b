import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { SessionDateTime } from '@/components/session/session-date-time'
import styles from './hero.module.css'
import { NextStep } from './next-step'
import { Timeline } from './timeline'
import { timelineMoments } from './timeline-moments'
import { Weave } from './weave'

/** The top of a session page: title, summary, date, next step and timeline. */
export function Hero({ session, now, registrationHref }: ComponentProps<typeof NextStep>) {
  return (
    <div className={styles.hero}>
      <div className={styles.inside}>
        <div>
          <Paragraph className={styles.eyebrow}>Online kennissessie van {session.organisedBy}</Paragraph>
          <Heading level={1}>{session.title}</Heading>
          <Paragraph lead className={styles.lead}>
            {session.summary}
          </Paragraph>
          <SessionDateTime session={session} />
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
