import type { ComponentProps } from 'react'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { FormStatus } from '@/components/form/form-status'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import type { SessionFlash } from '@/lib/platform/routes'

type ProgressProps = Pick<ComponentProps<typeof SendProgress>, 'sessionId' | 'progress' | 'justSent'>
type Session = { publishedAt: Date | null; archivedAt: Date | null }

const noMailSent = 'Er is geen mail over gestuurd.'

type Props = ProgressProps & {
  edit: Exclude<SessionFlash, 'cancelled'>
  session: Session
  /** Number of questions in the form of the session. */
  questionCount: number
}

/** Confirms the last change, with the progress of the mails about it. Renders nothing when the change no longer holds. */
export function EditFlash({ edit, session, questionCount, ...mailProgress }: Props) {
  if (edit === 'moved') {
    return (
      <SendProgress title="De kennissessie is verplaatst." emptyMessage={noMailSent} {...mailProgress} justSent>
        {mailIntro(mailProgress)}
      </SendProgress>
    )
  }
  const { title, text, isCurrent = true } = editFlashes(session, questionCount)[edit]
  return isCurrent ? (
    <FormStatus title={title} submission={edit}>
      {text}
    </FormStatus>
  ) : null
}

type EditFlashes = Record<
  Exclude<SessionFlash, 'cancelled' | 'moved'>,
  { title: string; text: string; isCurrent?: boolean }
>

function editFlashes({ publishedAt, archivedAt }: Session, questionCount: number): EditFlashes {
  const isDraft = publishedAt === null
  const isArchived = archivedAt !== null
  const nextStep =
    questionCount === 0
      ? 'Maak de vragen van het formulier, bekijk het voorbeeld en publiceer hem.'
      : 'Bekijk het voorbeeld en publiceer hem.'
  const copied =
    questionCount > 0
      ? 'De teksten, de vragen en de mails zijn meegekomen.'
      : 'De teksten en de mails zijn meegekomen, vragen waren er niet.'
  return {
    created: {
      title: 'De kennissessie is gemaakt.',
      text: `Hij staat nog niet op de site. ${nextStep}`,
      isCurrent: isDraft,
    },
    copied: {
      title: 'De kopie is gemaakt.',
      text: `Hij staat nog niet op de site. ${copied} ${nextStep}`,
      isCurrent: isDraft,
    },
    saved: { title: 'Bewaard.', text: noMailSent },
    deadlines: { title: 'De termijnen zijn veranderd.', text: noMailSent },
    places: { title: 'Het aantal plaatsen is veranderd.', text: 'Bij “Plaatsen” staat hoe het nu is.' },
    published: { title: 'De kennissessie staat op de site.', text: '', isCurrent: !isDraft },
    unpublished: {
      title: 'De kennissessie staat niet meer op de site.',
      text: 'Publiceren kan opnieuw, zolang hij nog moet komen.',
      isCurrent: isDraft,
    },
    archived: {
      title: 'De kennissessie ligt in het archief.',
      text: 'Je vindt hem bij “Archief”. Voor bezoekers verandert er niets.',
      isCurrent: isArchived,
    },
    restored: { title: 'De kennissessie is terug uit het archief.', text: '', isCurrent: !isArchived },
  }
}

type CancelledProps = ProgressProps & { cancelledAt: Date; reason: string | null }

/** States when and why a session was cancelled, with the progress of the mails about it. */
export function CancelledCallout({ cancelledAt, reason, ...mailProgress }: CancelledProps) {
  return (
    <SendProgress title="Deze kennissessie gaat niet door." emptyMessage={noMailSent} tone="alarm" {...mailProgress}>
      Vervallen op <DateTime value={cancelledAt} />.{reason ? <QuotedText>{reason}</QuotedText> : null}{' '}
      {mailIntro(mailProgress)}
    </SendProgress>
  )
}

const mailIntro = ({ progress }: ProgressProps) => (progress.total > 0 ? 'De mail hierover:' : null)
