import styles from './timeline.module.css'
import type { TimelineMoment } from './timeline-moments'

/** Deadlines in order of time. The state of each is also in its text, for readers who cannot see the dots. */
export function Timeline({ moments }: { moments: TimelineMoment[] }) {
  return (
    <section aria-labelledby="momenten" className={styles.box}>
      <h2 id="momenten" className="visually-hidden">
        Belangrijke momenten
      </h2>
      <ol className={styles.path}>
        {moments.map(({ key, state, title, dateTime, text }) => (
          <li
            key={key}
            className={`${styles.stop} ${styles[state]}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={styles.title}>{dateTime ? <time dateTime={dateTime}>{title}</time> : title}</span>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
