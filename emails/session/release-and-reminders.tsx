import { Paragraph, SessionTime } from '../parts/blocks'
import { formatPeriod, registeredReason } from '../parts/mail-copy'
import { greeting, type ParticipantTemplate, TemplateLayout } from '../parts/participant-mail'
import { CannotAttendSection, ReleaseSection } from '../parts/sections'

/** Returns a template of a mail with session time, link and agenda, or the promise to send link and agenda later. */
const attendanceTemplate = (
  heading: string,
  subject: string,
  text: string,
  samples?: Pick<ParticipantTemplate, 'sample' | 'variants'>,
): ParticipantTemplate => ({
  ...samples,
  defaultTemplate: greeting(subject, text),
  default: (mail) => (
    <TemplateLayout
      mail={mail}
      preview={`${formatPeriod(mail.session)}, online.`}
      heading={heading}
      footer={registeredReason(mail)}
    >
      <SessionTime {...mail.session} />
      <ReleaseSection release={mail.release} />
      {mail.release ? null : <Paragraph>De link en de agenda krijg je in een aparte mail.</Paragraph>}
      <CannotAttendSection {...mail} />
    </TemplateLayout>
  ),
})

export const release = attendanceTemplate(
  'De link en de agenda',
  'De link en de agenda voor de kennissessie {kennissessie}',
  'Hier zijn de link en de agenda van de kennissessie {kennissessie}.',
)

export const reminderWeek = attendanceTemplate(
  'Over een week is het zover',
  'Over een week: de kennissessie {kennissessie}',
  'Over een week is de kennissessie {kennissessie}.',
  { sample: { release: null } },
)

export const reminderDay = attendanceTemplate(
  'Morgen is het zover',
  'Morgen: de kennissessie {kennissessie}',
  'Morgen is de kennissessie {kennissessie}. Fijn dat je erbij bent.',
  { variants: { 'no-link': { release: null } } },
)

export const reminderHour = attendanceTemplate(
  'Straks is het zover',
  'Straks: de kennissessie {kennissessie}',
  'Straks begint de kennissessie {kennissessie}. Tot zo!',
)
