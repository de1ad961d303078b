import type { ComponentProps } from 'react'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { FormStatus } from '@/components/form/form-status'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import type { SessionFlash } from '@/lib/platform/routes'
import { visibilityFlashes } from './visibility-copy'

type ProgressProps = Pick<ComponentProps<typeof SendProgress>, 'sessionId' | 'progress' | 'justSent'>

const noMailSent = 'Er is geen mail over gestuurd.'

type Props = ProgressProps & {
  edit: Exclude<SessionFlash, 'cancelled'>
  session: { publishedAt: Date | null; archivedAt: Date | null }
  /** How many questions its form asks. */
  questionCount: number
}

/** What has just been changed of a kennissessie, and how far the mail about it has come. An address that is read later says nothing that is not so any more. */
export function EditFlash({ edit, session, questionCount, ...mailProgress }: Props) {
  if (edit in visibilityFlashes) {
    const flash = visibilityFlashes[edit as keyof typeof visibilityFlashes]
    if (!flash.isCurrent(session)) return null
    return (
      <FormStatus title={flash.title} submission={edit}>
        {flash.text(questionCount)}
      </FormStatus>
    )
  }
  if (edit === 'deadlines') {
    return (
      <FormStatus title="De termijnen zijn veranderd." submission={edit}>
        {noMailSent}
      </FormStatus>
    )
  }
  if (edit === 'places') {
    return (
      <FormStatus title="Het aantal plaatsen is veranderd." submission={edit}>
        Bij “Plaatsen” staat hoe het nu is.
      </FormStatus>
    )
  }
  return (
    <SendProgress title="De kennissessie is verplaatst." emptyMessage={noMailSent} {...mailProgress} justSent>
      {mailIntro(mailProgress)}
    </SendProgress>
  )
}

/** That a kennissessie is cancelled, since when and why, and how far the mail about it has come. */
export function CancelledCallout({
  cancelledAt,
  why: reason,
  ...mailProgress
}: ProgressProps & { cancelledAt: Date; why: string | null }) {
  return (
    <SendProgress title="Deze kennissessie gaat niet door." emptyMessage={noMailSent} tone="alarm" {...mailProgress}>
      Vervallen op <DateTime value={cancelledAt} />.{reason ? <QuotedText>{reason}</QuotedText> : null}{' '}
      {mailIntro(mailProgress)}
    </SendProgress>
  )
}

const mailIntro = ({ progress }: ProgressProps) => (progress.total > 0 ? 'De mail hierover:' : null)
