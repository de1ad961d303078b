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

/** Values as react-hook-form holds them: checkboxes are an array, and unselected radio buttons may be null. */
type FieldValues = Omit<RegistrationValues, 'answers'> & { answers: Record<string, string | string[] | null> }

export type RegisterField = UseFormRegister<FieldValues>

/**
 * react-hook-form for the registration form. At hydration it takes over the values of the form, so that early input stays.
 * Fields are registered after that, because registering a field overwrites it. `initialValues` is null until then. `reasons`
 * tells by field name why the browser rejected the last submission.
 */
export function useRegistrationFields(formRef: RefObject<HTMLFormElement | null>, questions: FormQuestion[]) {
  const [initialValues, setInitialValues] = useState<RegistrationValues | null>(null)
  const { register, reset, setValue, handleSubmit, formState } = useForm<FieldValues, unknown, RegistrationInput>({
    resolver: zodResolver(fieldsSchema(questions)),
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
