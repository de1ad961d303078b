import { Heading, Paragraph } from '@utrecht/component-library-react'
import styles from './hero.module.css'
import { MomentPath } from './moment-path'
import { momentsOf } from './moments'
import { NextStep } from './next-step'
import type { SessionView } from './session-view'
import { Weave } from './weave'
import { When } from './when'

/** The top of a session page: what it is, when it is, and what you can do now. */
export function Hero({ session, now, signUp }: { session: SessionView; now: Date; signUp: string }) {
  return (
    <div className={styles.hero}>
      <div className={styles.inside}>
        <div>
          <Paragraph className={styles.over}>Online kennissessie van {session.organisedBy}</Paragraph>
          <Heading level={1}>{session.title}</Heading>
          <Paragraph lead className={styles.lead}>
            {session.summary}
          </Paragraph>
          <When startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
          <NextStep session={session} now={now} signUp={signUp} />
        </div>
        <div className={styles.picture}>
          <Weave />
        </div>
        <div className={styles.path}>
          <MomentPath moments={momentsOf(session, now)} />
        </div>
      </div>
    </div>
  )
}
