import { SessionTime } from './parts/blocks'
import { formatPeriod, registeredReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { sampleMail } from './parts/sample-data'
import { CannotAttendSection, ReleaseSection } from './parts/sections'

type Props = ParticipantMail & { release: NonNullable<ParticipantMail['release']> }

export const defaultTemplate: MailTemplate = {
  subject: 'De link en de agenda voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Hier zijn de link en de agenda van de kennissessie {kennissessie}.`,
}

/** Brings the link and the agenda that an organiser released. */
export default function Release(mail: Props) {
  return (
    <TemplateLayout
      mail={mail}
      preview={`${formatPeriod(mail.session)}, online.`}
      heading="De link en de agenda"
      footer={registeredReason(mail)}
    >
      <SessionTime {...mail.session} />
      <ReleaseSection release={mail.release} />
      <CannotAttendSection {...mail} />
    </TemplateLayout>
  )
}

export const sample: Props = { ...sampleMail, ...defaultTemplate }
