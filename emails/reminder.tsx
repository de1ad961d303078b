import { Paragraph, SessionTime } from './parts/blocks'
import { formatPeriod, registeredReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { sampleMail } from './parts/sample-data'
import { CannotAttendSection, ReleaseSection } from './parts/sections'

type Props = ParticipantMail & { when: keyof typeof headings }

const headings = {
  week: 'Over een week is het zover',
  day: 'Morgen is het zover',
  hour: 'Straks is het zover',
} as const

export const defaultTemplates: Record<Props['when'], MailTemplate> = {
  week: {
    subject: 'Over een week: de kennissessie {kennissessie}',
    text: `Dag {naam},

Over een week is de kennissessie {kennissessie}.`,
  },
  day: {
    subject: 'Morgen: de kennissessie {kennissessie}',
    text: `Dag {naam},

Morgen is de kennissessie {kennissessie}. Fijn dat je erbij bent.`,
  },
  hour: {
    subject: 'Straks: de kennissessie {kennissessie}',
    text: `Dag {naam},

Straks begint de kennissessie {kennissessie}. Tot zo!`,
  },
}

/** Reminds participants a week, a day or an hour before the session. */
export default function Reminder(mail: Props) {
  return (
    <TemplateLayout
      mail={mail}
      preview={`${formatPeriod(mail.session)}, online.`}
      heading={headings[mail.when]}
      footer={registeredReason(mail)}
    >
      <SessionTime {...mail.session} />
      <ReleaseSection release={mail.release} />
      {mail.release ? null : <Paragraph>De link en de agenda krijg je in een aparte mail.</Paragraph>}
      <CannotAttendSection {...mail} />
    </TemplateLayout>
  )
}

export const sample: Props = { ...sampleMail, ...defaultTemplates.day, when: 'day' }
