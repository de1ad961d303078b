'use client'

import { Paragraph } from '@utrecht/component-library-react'
import { useState } from 'react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { placeholderNotAllowed, testMailFlash } from '@/app/beheer/sessies/_components/mail-content-copy'
import { PreviewForm } from '@/app/beheer/sessies/_components/preview-form'
import { peopleCount, stalePreviewMessages } from '@/app/beheer/sessies/_components/recipient-copy'
import { sessionRefusals } from '@/app/beheer/sessies/_components/refusal-copy'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { type ErrorMessages, fieldErrors, tooLongMessage } from '@/components/form/field-errors'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import type { PreviewState } from '@/components/form/preview/confirm-panel'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { type MeetingLinkWarning, meetingLinkWarning } from '@/lib/sessions/meeting-link'
import { type ReleaseFieldReason, type ReleaseInput, type ReleaseRefusal, releaseLimits } from '@/lib/sessions/schema'

/**
 * Preview of releasing the online link and the agenda. `isLinkCleaned`: the link differs from the typed text.
 * `isCorrection`: there is an earlier release. `expected` is the number of mail recipients.
 */
export type ReleasePreview = PreviewState<
  { onlineLink: string; isLinkCleaned: boolean; isCorrection: boolean; mailPreview: MailPreview; expected: number },
  keyof typeof stalePreviewMessages
>

/**
 * Field values of the form that releases link and agenda. `seen` is the number of the release whose link and agenda the
 * form showed at first, or 0 before the first release.
 */
type Values = ReleaseInput & { seen: string }
export type ReleaseState = FormState<Values, ReleaseFieldReason, ReleaseRefusal, 'tested', ReleasePreview>

const errorMessages: ErrorMessages<ReleaseFieldReason> = {
  onlineLink: {
    missing: 'Vul de link in waarmee mensen meedoen, bijvoorbeeld https://teams.microsoft.com/…',
    'not-https': 'Kijk de link na. Hij begint met https:// en er staat geen naam of wachtwoord in',
    'several-links': 'Hier staan meer links. Laat alleen de link staan waarmee mensen meedoen',
    'too-long': tooLongMessage(releaseLimits.onlineLink),
  },
  agenda: {
    missing: 'Schrijf in een paar regels wat jullie gaan doen',
    'too-long': tooLongMessage(releaseLimits.agenda),
    placeholder: placeholderNotAllowed,
  },
}

const nothingReleased = 'Er is niets vrijgegeven en niets gemaild.'
const refusals: Record<ReleaseRefusal, Flash> = {
  ...sessionRefusals,
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: nothingReleased },
  'session-over': { title: 'Deze kennissessie is geweest.', text: nothingReleased },
  'released-meanwhile': {
    title: 'Een collega heeft net iets anders vrijgegeven.',
    text: 'Jouw versie is niet verstuurd en staat hieronder nog. Kopieer hem, open deze pagina opnieuw en kijk wat er nu staat.',
  },
  'nothing-changed': {
    title: 'Er is niets veranderd.',
    text: 'Deze link en agenda zijn al vrijgegeven. Er is niets gemaild.',
  },
  'recipients-changed': { title: 'Het aantal mensen is veranderd.', text: 'Kijk opnieuw wat er gebeurt.' },
}

type Props = {
  action: FormAction<ReleaseState>
  /** Latest release of the session's link and agenda, or `null` before the first release. */
  release: (ReleaseInput & { number: number }) | null
  canRelease: boolean
  /** E-mail address of the organiser, to show where the test mail goes. */
  email: string
  title: string
}

/**
 * Shows the form that previews and releases link and agenda. Without `canRelease`, shows only the result of the last
 * submission.
 */
export function ReleaseForm({ action, release, canRelease, email, title }: Props) {
  // Keeps the release that the form started from: a later render can bring a colleague's newer one.
  const [initialValues] = useState({
    onlineLink: release?.onlineLink ?? '',
    agenda: release?.agenda ?? '',
    seen: String(release?.number ?? 0),
  })
  const form = useFormAction(action, {
    values: initialValues,
    describeErrors: (reasons) => fieldErrors(errorMessages, reasons),
    describeRefusal: (reason) => refusals[reason],
  })
  const { errors, refusal } = form
  const pageTitle = `Vrijgeven ${title}`
  const success = form.result ? testMailFlash(email) : null
  if (!canRelease) return <FormFeedback {...{ pageTitle, errors, refusal, success }} submission={form.state} />
  return (
    <PreviewForm
      form={form}
      title={pageTitle}
      success={success}
      className={styles.form}
      verb="gebeurt"
      describePreview={(preview) => <ReleasePreviewText {...preview} />}
      staleMessages={stalePreviewMessages}
      confirmLabel={({ isCorrection, expected }) => {
        const release = isCorrection ? 'Wijziging vrijgeven' : 'Vrijgeven'
        return expected === 0 ? release : `${release} en mail ${peopleCount(expected)}`
      }}
      secondButton={<FormButton intent="test">Stuur mij een testmail</FormButton>}
    >
      {form.preview ? null : (
        <Paragraph>
          {release ? 'Klopt er iets niet? Verander het hier. ' : ''}Je ziet eerst de mail, en hoeveel mensen hem
          krijgen. Er gebeurt nog niets.
        </Paragraph>
      )}
      <TextField
        {...form.field('onlineLink')}
        label="Online link"
        hint="Van Teams, Zoom of iets anders. Deelnemers zien hem niet: hun knop brengt ze erheen."
        inputProps={{ inputMode: 'url', autoComplete: 'off', spellCheck: false }}
      />
      <TextAreaField
        {...form.field('agenda')}
        label="Agenda"
        hint="Begin een regel met een streepje voor een lijst. **Zo** maak je iets vet."
        rows={8}
        maxLength={releaseLimits.agenda}
      />
    </PreviewForm>
  )
}

const linkWarnings: Record<MeetingLinkWarning, { title: string; text: string }> = {
  'host-link': {
    title: 'Met deze link wordt iedereen gastheer.',
    text: 'Het is de startlink van de organisator. Neem in Zoom de uitnodigingslink: die heeft /j/ in het adres.',
  },
  'personal-link': {
    title: 'Deze link is van één persoon.',
    text: 'Wie hem opent, doet mee onder de naam van die persoon. Neem in Zoom de uitnodigingslink voor iedereen.',
  },
}

/** Shows how many participants get a mail, the link behind the button in that mail, and the mail itself. */
function ReleasePreviewText({ onlineLink, isCorrection, expected: recipients, ...preview }: ReleasePreview) {
  const warning = meetingLinkWarning(onlineLink)
  return (
    <>
      {warning ? (
        <Callout tone="alarm" title={linkWarnings[warning].title}>
          {linkWarnings[warning].text}
        </Callout>
      ) : null}
      <Paragraph className={previewStyles.text}>
        <strong>{recipientsSentence(recipients, isCorrection)}</strong> Wie zich hierna aanmeldt, krijgt link en agenda
        meteen in de bevestiging.
      </Paragraph>
      <Paragraph className={previewStyles.text}>
        De knop in de mail brengt ze naar: <strong className={previewStyles.address}>{onlineLink}</strong>
        {preview.isLinkCleaned ? ' Dit is de link uit wat je plakte, zonder wat er omheen stond.' : ''}
      </Paragraph>
      {recipients > 0 ? <MailPreviewSection preview={preview.mailPreview} level={3} /> : null}
    </>
  )
}

function recipientsSentence(recipients: number, isCorrection: boolean): string {
  if (recipients === 0) return 'Er is nog niemand aangemeld. Er gaat geen mail uit.'
  const receive = `${peopleCount(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'}`
  return isCorrection
    ? `${receive} een mail dat er iets is veranderd. Wie de link nog niet had, krijgt de link en de agenda.`
    : `${receive} een mail met de link en de agenda.`
}
