import type { ComponentProps } from 'react'
import type { Flash } from '@/app/beheer/_components/form/form-state'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { FormStatus } from '@/components/form/form-status'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import type { SessionFlash } from '@/lib/platform/routes'
import type { SessionToEdit } from '@/lib/sessions/queries'

const noMailSent = 'Er is geen mail over gestuurd.'

type Props = Pick<ComponentProps<typeof SendProgress>, 'progress'> & { edit?: SessionFlash; session: SessionToEdit }

/**
 * Shows a confirmation of the change `edit`, unless a later change undid it. For a cancelled session, also shows the date
 * and the reason. `progress` counts the mails about the cancellation or the last reschedule.
 */
export function EditFlash({ edit, session, progress }: Props) {
  const mailProgress = { sessionId: session.id, progress, emptyMessage: noMailSent }
  const mailIntro = progress.total > 0 ? 'De mail hierover:' : null
  if (edit === 'moved' && !session.cancelledAt) {
    return (
      <SendProgress {...mailProgress} title="De kennissessie is verplaatst." justSent>
        {mailIntro}
      </SendProgress>
    )
  }
  const flash = edit && edit !== 'cancelled' && edit !== 'moved' ? editFlashes(session)[edit] : null
  return (
    <>
      {flash && flash.isCurrent !== false ? (
        <FormStatus title={flash.title} submission={edit}>
          {flash.text}
        </FormStatus>
      ) : null}
      {session.cancelledAt ? (
        <SendProgress
          {...mailProgress}
          title="Deze kennissessie gaat niet door."
          tone="alarm"
          justSent={edit === 'cancelled'}
        >
          Vervallen op <DateTime value={session.cancelledAt} />.
          {session.cancelReason ? <QuotedText>{session.cancelReason}</QuotedText> : null} {mailIntro}
        </SendProgress>
      ) : null}
    </>
  )
}

type EditFlashes = Record<Exclude<SessionFlash, 'cancelled' | 'moved'>, Flash & { isCurrent?: boolean }>

function editFlashes({ publishedAt, archivedAt, questions }: SessionToEdit): EditFlashes {
  const isDraft = publishedAt === null
  const isArchived = archivedAt !== null
  const hasQuestions = questions.length > 0
  const firstStep = hasQuestions ? 'Bekijk' : 'Maak de vragen van het formulier, bekijk'
  const nextStep = `${firstStep} het voorbeeld en publiceer hem.`
  const copied = hasQuestions
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
    published: { title: 'De kennissessie staat op de site.', isCurrent: !isDraft },
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
    restored: { title: 'De kennissessie is terug uit het archief.', isCurrent: !isArchived },
  }
}
