'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { Fragment } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { mailContentErrors, testMailFlash } from '@/app/beheer/sessies/_components/mail-content-copy'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import {
  MailContentFields,
  type MailFormProps,
  PreviewRecipientField,
} from '@/app/beheer/sessies/[id]/berichten/_components/mail-content-fields'
import { FormStatus } from '@/components/form/form-status'
import { PageTitle } from '@/components/ui/page/page-title'
import type { TemplateFieldReason, TemplateOverrideRefusal } from '@/lib/notifications/schema'
import type { MessageKind } from '@/lib/outbox/schema'

/**
 * Field values of the form for a mail text. `version` identifies the stored text that the typed text replaces. A
 * refusal because a colleague changed that text keeps `version`, so that saving again is refused too.
 */
type Values = Record<'subject' | 'text' | 'as' | 'version', string>
type Done = 'saved' | 'tested'
export type TemplateState = FormState<Values, TemplateFieldReason, TemplateOverrideRefusal, Done, MailPreview>

type Props = MailFormProps & {
  action: FormAction<TemplateState>
  kind: MessageKind
  label: string
  /**
   * Subject and text of the mail: those that organisers saved for the session or, where they saved none, the default
   * ones.
   */
  content: { subject: string; text: string }
  isOverridden: boolean
  version: string
  /** The mail with the saved text and sample data. Shown until the organiser previews a text that is not saved yet. */
  mailPreview: MailPreview
}

const refusals: Record<TemplateOverrideRefusal, Flash> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'changed-meanwhile': {
    title: 'Een collega heeft deze tekst net veranderd.',
    text: (
      <>
        Jouw tekst is niet bewaard en staat hieronder nog. Kopieer hem en <Link href="">open deze pagina opnieuw</Link>
      </>
    ),
  },
}

const savedFlash: Flash = { title: 'Bewaard.', text: 'Mails die vanaf nu worden gemaakt, hebben deze tekst.' }

/** Shows the form that overrides the text of a mail for one session, above a preview of the mail. */
export function TemplateForm({ action, kind, label, content, isOverridden, version, ...props }: Props) {
  const form = useFormAction(action, {
    values: { ...content, as: '', version },
    describeErrors: mailContentErrors,
    describeRefusal: (reason) => refusals[reason],
  })
  const { result, preview } = form
  return (
    <>
      <PageTitle size="calm">{label}</PageTitle>
      <AdminForm
        form={form}
        title={`${label} ${props.title}`}
        success={result && (result === 'saved' ? savedFlash : testMailFlash(props.email))}
        intro={
          <Paragraph>
            {isOverridden ? 'Jullie hebben deze tekst aangepast.' : 'Dit is de standaardtekst.'} Wat de mail verder
            vertelt, zoals datum, link en agenda, komt er vanzelf onder. Maak je een veld leeg, dan geldt weer de
            standaardtekst.
          </Paragraph>
        }
        className={styles.form}
      >
        <Fragment key={version}>
          <input type="hidden" name="version" value={form.values.version} />
          <MailContentFields field={form.field} required={false} examples={props.examples} />
          {kind === 'questionDeadline' ? null : (
            <PreviewRecipientField participants={props.participants} selectedId={form.values.as} />
          )}
        </Fragment>
        <div className={styles.buttons}>
          <FormButton intent="save" primary>
            Bewaren
          </FormButton>
          <FormButton intent="preview">Bekijk de mail</FormButton>
          <FormButton intent="test">Stuur mij een testmail</FormButton>
          {isOverridden ? <FormButton intent="reset">Terug naar de standaardtekst</FormButton> : null}
        </div>
      </AdminForm>
      {preview ? (
        <FormStatus tone="info" title="Hieronder staat de mail zoals je hem nu hebt." submission={form.state}>
          Hij is nog niet bewaard.
        </FormStatus>
      ) : null}
      <MailPreviewSection preview={preview ?? props.mailPreview} />
    </>
  )
}
