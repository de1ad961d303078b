import { dayAndMonth, isoLocal } from '@/lib/platform/time'
import styles from './day-chart.module.css'

type Props = {
  /** The days of the chart: at least one, without gaps. `at` is the start of the day. */
  days: { at: Date; count: number }[]
  /** Moments to draw as vertical lines. A moment outside the days is omitted. */
  markers: { label: string; at: Date; text: string }[]
}

const height = 100

/** Shows a bar for each day and a line for each marker. The labels are HTML, because the SVG would distort its text. */
export function DayChart({ days, markers }: Props) {
  const maxCount = Math.max(1, ...days.map(({ count }) => count))
  const first = days[0]?.at ?? new Date(0)
  const last = days.at(-1)?.at ?? first
  const lines = markers
    .flatMap(({ label, at, text }) => dayPosition(at, days).map((x) => ({ label, text, x })))
    .map((line, index) => ({ ...line, className: index === 0 ? styles.first : styles.second }))
  return (
    <figure className={styles.figure}>
      <div className={styles.maximum}>{maxCount.toLocaleString('nl-NL')} op een dag</div>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${days.length} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {days.map(({ at, count }, index) =>
          count > 0 ? (
            <rect
              key={at.getTime()}
              className={styles.bar}
              x={index + 0.1}
              width={0.8}
              y={height - (height * count) / maxCount}
              height={(height * count) / maxCount}
            />
          ) : null,
        )}
        {lines.map(({ label, x, className }) => (
          <line key={label} className={className} x1={x} x2={x} y1={0} y2={height} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      <div className={styles.days}>
        <time dateTime={isoLocal(first)}>{dayAndMonth(first)}</time>
        <time dateTime={isoLocal(last)}>{dayAndMonth(last)}</time>
      </div>
      {lines.length > 0 ? (
        <figcaption>
          <ul className={styles.markers}>
            {lines.map(({ label, text, className }) => (
              <li key={label}>
                <svg className={styles.sample} viewBox="0 0 12 24" aria-hidden="true" focusable="false">
                  <line className={className} x1="6" x2="6" y1="0" y2="24" />
                </svg>
                {label}: {text}
              </li>
            ))}
          </ul>
        </figcaption>
      ) : null}
    </figure>
  )
}

/** Returns a list of one: a moment's position on the x axis, in days. Returns `[]` for a moment outside the days. */
function dayPosition(at: Date, days: { at: Date }[]): number[] {
  const index = days.findLastIndex((day) => day.at <= at)
  const day = days[index]
  if (!day) return []
  const next = days[index + 1]?.at.getTime() ?? day.at.getTime() + 24 * 60 * 60 * 1000
  const position = index + (at.getTime() - day.at.getTime()) / (next - day.at.getTime())
  return position <= days.length ? [position] : []
}
