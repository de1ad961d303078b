import { createElement, Fragment, type ReactNode } from 'react'
import { longDate, timeRange } from '@/lib/platform/time'
import { Section } from './primitives'
import { styles } from './styles'

type Children = { children: ReactNode }

export const SectionHeading = ({ children }: Children) => (
  <h2 className="text" style={styles.h2}>
    {children}
  </h2>
)

export const Paragraph = ({ children }: Children) => (
  <p className="text" style={styles.text}>
    {children}
  </p>
)

/** Renders a heading and, below it, `children` as one paragraph. */
export const TextSection = ({ heading, children }: { heading: string } & Children) => (
  <>
    <SectionHeading>{heading}</SectionHeading>
    <Paragraph>{children}</Paragraph>
  </>
)

const Box = ({ children }: Children) => (
  <Section className="box" style={styles.box}>
    <p className="text" style={styles.boxText}>
      {children}
    </p>
  </Section>
)

/** Renders date and times of a session as text, because some mail programs do not show calendar files. */
export const SessionTime = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => (
  <Box>
    <strong style={styles.boxHeading}>{longDate(startsAt)}</strong>
    <br />
    {timeRange(startsAt, endsAt)}, online
  </Box>
)

export const Steps = ({ steps }: { steps: string[] }) => (
  <ol className="text" style={styles.list}>
    {steps.map((step) => (
      <li key={step} style={styles.item}>
        {step}
      </li>
    ))}
  </ol>
)

/** Renders a participant's answer under its label. Keeps the line breaks and the writing direction of the answer. */
export const LabelledAnswer = ({ label, text }: { label: string; text: string }) => (
  <p className="text line" style={styles.answer}>
    <strong>{label}</strong>
    <br />
    <bdi>
      <MultilineText text={text} />
    </bdi>
  </p>
)

/** Renders a participant's text in a box. Keeps its line breaks and its writing direction. */
export const Quote = ({ text }: { text: string }) => (
  <Box>
    <bdi>
      <MultilineText text={text} />
    </bdi>
  </Box>
)

const lineBreak = <br />

/** Renders plain text with a `<br>` for each line break. */
export function MultilineText({ text }: { text: string }) {
  const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/)
  return createElement(Fragment, null, ...lines.flatMap((line, index) => (index > 0 ? [lineBreak, line] : [line])))
}

/** Renders a link. The plain-text version of the mail shows the URL after the link text. */
export const TextLink = ({ url, children }: { url: string } & Children) => (
  <a className="link" href={url} style={styles.link} target="_blank" rel="noopener">
    {children}
  </a>
)
