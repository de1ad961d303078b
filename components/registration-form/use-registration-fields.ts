import { zodResolver } from '@hookform/resolvers/zod'
import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react'
import { type FieldError, get, type UseFormRegister, useForm } from 'react-hook-form'
import { z } from 'zod'
import {
  type FieldReason,
  type FormQuestion,
  type RegistrationInput,
  type RegistrationValues,
  registrationSchema,
  selectedOptions,
} from '@/lib/registrations/schema'
import { messagesInPageOrder } from './registration-copy'
import { readRegistrationValues } from './registration-values'
import { tolerantResolver } from './tolerant-resolver'

/** The form values in react-hook-form. Checkboxes have an array; radio buttons without a choice may have `null`. */
type FieldValues = Omit<RegistrationValues, 'answers'> & { answers: Record<string, string | string[] | null> }

export type RegisterField = UseFormRegister<FieldValues>

/**
 * Connects the registration form to react-hook-form, which takes over the values that were entered before hydration. Until
 * then, `initialValues` is `null` and `register` is undefined, because registering a field overwrites its value. `reasons`
 * maps the fields that the browser rejected at the last submission to the reason.
 */
export function useRegistrationFields(formRef: RefObject<HTMLFormElement | null>, questions: FormQuestion[]) {
  const [initialValues, setInitialValues] = useState<RegistrationValues | null>(null)
  const { register, reset, setValue, handleSubmit, formState } = useForm<FieldValues, unknown, RegistrationInput>({
    resolver: tolerantResolver(zodResolver(fieldsSchema(questions))),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const takeOver = useEffectEvent((form: HTMLFormElement) => {
    const values = readRegistrationValues(new FormData(form), questions)
    reset(toFieldValues(values, questions))
    setInitialValues(values)
  })
  useLayoutEffect(() => {
    if (formRef.current) takeOver(formRef.current)
  }, [formRef])
  const reasons = Object.fromEntries(
    Object.keys(messagesInPageOrder(questions)).flatMap((field) => {
      const error: FieldError | undefined = get(formState.errors, field)
      return error?.message ? [[field, error.message as FieldReason]] : []
    }),
  )
  const { submitCount } = formState
  return { initialValues, register: initialValues ? register : undefined, setValue, handleSubmit, reasons, submitCount }
}

const toFieldValues = ({ answers, ...values }: RegistrationValues, questions: FormQuestion[]): FieldValues => ({
  ...values,
  answers: Object.fromEntries(
    questions.map(({ id, kind }) => [
      id,
      kind === 'several' ? selectedOptions(answers[id] ?? '') : (answers[id] ?? ''),
    ]),
  ),
})

const fieldsSchema = (questions: FormQuestion[]) =>
  z
    .transform(({ answers, ...fields }: FieldValues) => ({
      ...fields,
      answers: Object.fromEntries(questions.map(({ id }) => [id, [answers[id] || []].flat().join('\n')])),
    }))
    .pipe(registrationSchema(questions))
