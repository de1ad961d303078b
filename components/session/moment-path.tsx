import styles from './moment-path.module.css'
import type { Moment } from './moments'

/** The deadlines as a path. What has passed says so in words; "Nu" is marked for who cannot see the dot. */
export function MomentPath({ moments }: { moments: Moment[] }) {
  return (
    <section aria-labelledby="momenten" className={styles.box}>
      <h2 id="momenten" className="visually-hidden">
        Belangrijke momenten
      </h2>
      <ol className={styles.path}>
        {moments.map(({ key, state, title, machine, text }) => (
          <li
            key={key}
            className={`${styles.stop} ${styles[state]}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={styles.title}>{machine ? <time dateTime={machine}>{title}</time> : title}</span>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
