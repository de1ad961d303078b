'use client'

import { Link } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { sessionRefusals } from '@/app/beheer/sessies/_components/refusal-copy'
import { Checkbox } from '@/components/form/choices/checkbox'
import { fieldErrors } from '@/components/form/field-errors'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { SelectField } from '@/components/form/fields/select-field'
import { EmailField, TextField } from '@/components/form/fields/text-field'
import { fieldMessages } from '@/components/registration-form/field-messages'
import {
  AnswerFields,
  ContactWishField,
  NeedsField,
  PersonFields,
  registrationFieldProps,
} from '@/components/registration-form/registration-fields'
import { routes } from '@/lib/platform/routes'
import {
  type AdminRegistrationRefusal,
  type FieldReason,
  type FormQuestion,
  limits,
  otherOrganisation,
  type RegistrationValues,
} from '@/lib/registrations/schema'

/** Field values of a form for a registration. `confirm` is 'on' to mail the participant a confirmation, else empty. */
export type AdminRegistrationValues = RegistrationValues & { confirm: string }

/**
 * Why adding or editing a registration was refused. `takenBy` is the registration that had the e-mail address already,
 * or `null` if none has that address any more.
 */
type Refusal = Exclude<AdminRegistrationRefusal, 'address-taken'> | { takenBy: { id: string; name: string } | null }
export type AdminRegistrationState = FormState<AdminRegistrationValues, FieldReason, Refusal>

const { name, email, organisation, role, phone, needs } = fieldMessages('de', 'het')
const municipality = { missing: 'Kies een gemeente of Andere organisatie', invalid: 'Kies een gemeente uit de lijst' }
const maxAnswer = limits.answer.toLocaleString('nl-NL')

const emailTakenMessage = 'Met dit e-mailadres is al iemand aangemeld. Kijk het na, of open die aanmelding'

/** Returns the Dutch error message of each invalid field by field name, in the order of the form. */
function registrationErrors(reasons: Record<string, FieldReason>, questions: FormQuestion[]) {
  const answerMessages = questions.map(({ id, label }) => [
    `answers.${id}`,
    {
      missing: `Vul het antwoord op “${label}” in`,
      'too-long': `Maak het antwoord op “${label}” korter, tot ${maxAnswer} tekens`,
      invalid: `Kies bij “${label}” uit wat er staat`,
    },
  ])
  const messages = {
    ...{ name, email, municipality, organisation, role },
    answers: { 'unknown-question': 'Kijk de vragen na: ze zijn intussen veranderd' },
    ...Object.fromEntries(answerMessages),
    contactWish: { missing: 'Kies of jullie contact mogen opnemen' },
    phone: { ...phone, missing: 'Vul het telefoonnummer in' },
    needs,
  }
  return fieldErrors<FieldReason>(messages, reasons, 'Kijk na wat hier staat')
}

const refusals: Record<Exclude<Refusal, object>, Flash> = {
  'unknown-session': sessionRefusals['unknown-session'],
  'unknown-registration': { title: 'Deze aanmelding is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Er is niemand aangemeld.' },
  'not-published': {
    title: 'Deze kennissessie staat nog niet op de site.',
    text: 'Publiceer hem eerst bij Bewerken. Dan kun je mensen aanmelden.',
  },
  'mail-not-relevant': {
    title: 'Deze kennissessie is intussen geweest.',
    text: 'Een bevestiging sturen kan niet meer. Er is nog niemand aangemeld. Druk nog een keer om deze persoon zonder mail aan te melden.',
  },
  'full-and-closed': {
    title: 'Alle plaatsen zijn bezet, en het aanmelden is gesloten.',
    text: 'Maak eerst het aantal plaatsen groter, bij Bewerken. Dan kun je iemand aanmelden.',
  },
  'has-decision': {
    title: 'Over dit antwoord is in de vragenronde al iets besloten.',
    text: 'Leegmaken kan daarom niet. Veranderen wel.',
  },
  'unknown-municipality': { title: 'We kennen deze gemeente niet.', text: 'Kies de gemeente opnieuw uit de lijst.' },
  'unknown-question': {
    title: 'De vragen zijn intussen veranderd.',
    text: 'Er is niets bewaard. Kopieer wat je typte en open deze pagina opnieuw.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft deze aanmelding net veranderd.',
    text: 'Er is nog niets bewaard van wat jij typte. Bewaar je nog een keer, dan geldt alles zoals het hieronder staat.',
  },
}

type Props = {
  action: FormAction<AdminRegistrationState>
  sessionId: string
  initialValues: AdminRegistrationValues
  questions: FormQuestion[]
  municipalities: { value: string; label: string }[]
  /**
   * Hidden field of the form: the `version` of an edited registration, or the idempotency key (`submission`) of a new
   * one.
   */
  hiddenField: { name: string; value: string | number }
  showConfirmation?: boolean
} & Pick<ComponentProps<typeof AdminForm>, 'title' | 'intro' | 'submitLabel'>

/** Shows the form in which an organiser adds or edits a registration. */
export function AdminRegistrationForm({
  action,
  sessionId,
  initialValues,
  questions,
  municipalities,
  ...props
}: Props) {
  const { hiddenField, showConfirmation, ...adminForm } = props
  const form = useFormAction(action, {
    values: initialValues,
    describeErrors: (reasons) => registrationErrors(reasons, questions),
    describeRefusal: (reason) => (typeof reason === 'string' ? refusals[reason] : null),
  })
  const { state, values } = form
  const taken = state.status === 'refused' && typeof state.reason === 'object' ? state.reason : null
  const errors: Record<string, string> = taken ? { email: emailTakenMessage } : form.errors
  const context = { values, errors }
  const linkToTaken = taken?.takenBy ? (
    <Link href={routes.registration(sessionId, taken.takenBy.id)}>
      Open de aanmelding van <bdi>{taken.takenBy.name}</bdi>
    </Link>
  ) : null
  return (
    <AdminForm form={{ ...form, errors }} {...adminForm}>
      <input type="hidden" name={hiddenField.name} value={hiddenField.value} />
      <FieldGroup legend="Wie">
        <PersonFields context={context} autofill={false}>
          <EmailField {...registrationFieldProps(context, 'email')} autoComplete="off" after={linkToTaken} />
          <SelectField {...form.field('municipality')} label="Gemeente">
            <option value="">Kies een gemeente</option>
            <option value={otherOrganisation}>Andere organisatie</option>
            <Options options={municipalities} />
          </SelectField>
          <TextField
            {...form.field('organisation')}
            label="Naam van de organisatie"
            hint="Alleen bij Andere organisatie."
            required={values.municipality === otherOrganisation}
            autoComplete="off"
          />
        </PersonFields>
      </FieldGroup>
      <FieldGroup id={fieldId('answers')} legend="De vragen">
        <AnswerFields context={context} questions={questions.map(withoutHintIfOpen)} />
        <ContactWishField
          context={context}
          label="Mogen jullie contact opnemen over de vraag?"
          phone={{ hint: 'Alleen als jullie mogen bellen.' }}
        />
      </FieldGroup>
      <FieldGroup legend="Goed meedoen">
        <NeedsField context={context} label="Wat is er nodig om goed mee te doen?" />
      </FieldGroup>
      {showConfirmation ? (
        <FieldGroup legend="Bevestiging">
          <Checkbox
            id="veld-confirm"
            name="confirm"
            label="Stuur een bevestiging"
            hint="Dezelfde mail als wie zich zelf aanmeldt krijgt, met alles wat hierboven staat."
            defaultChecked={values.confirm === 'on'}
          />
        </FieldGroup>
      ) : null}
    </AdminForm>
  )
}

/** Returns a question without its hint if the answer is free text: that hint tells the participant how to write it. */
const withoutHintIfOpen = (question: FormQuestion) =>
  question.kind === 'text' ? { ...question, hint: null } : question
