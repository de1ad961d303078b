'use client'

import { Textarea } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import { CharacterCount } from './character-count'
import { describedBy, Field, type FieldProps } from './field'

type TextareaProps = Omit<ComponentProps<'textarea'>, 'id' | 'defaultValue' | 'required'>

type Props = FieldProps<TextareaProps> & {
  /** How many characters fit. Nothing is cut off: too much is said, and can be mended. */
  maxLength?: number
  rows?: number
  after?: ReactNode
}

/** More lines of text, with how much room is left. */
export function TextAreaField(props: Props) {
  const { id, name, label, hint, error, required = true, defaultValue, inputProps, maxLength, rows = 5, after } = props
  usePreHydrationValue(id)
  const describedByIds =
    [describedBy(id, hint, error), maxLength && `${id}-ruimte`].filter(Boolean).join(' ') || undefined
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      required={required}
      after={
        <>
          {maxLength ? <CharacterCount controlId={id} maxLength={maxLength} /> : null}
          {after}
        </>
      }
    >
      <Textarea
        name={name}
        defaultValue={defaultValue}
        {...inputProps}
        id={id}
        rows={rows}
        required={required ?? false}
        invalid={Boolean(error)}
        aria-describedby={describedByIds}
      />
    </Field>
  )
}
