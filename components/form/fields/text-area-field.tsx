'use client'

import { Textarea } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import { CharacterCount, characterLimitId } from './character-count'
import { controlProps, Field, type FieldProps } from './field'

type Props = FieldProps<Omit<ComponentProps<'textarea'>, 'id' | 'defaultValue' | 'required'>> & {
  /** In code points. A longer text is never cut off; the server rejects it. */
  maxLength?: number
  rows?: number
  after?: ReactNode
}

/** Multi-line text, with a character count when it has a maximum length. */
export function TextAreaField({ maxLength, rows = 5, after, inputProps, ...field }: Props) {
  usePreHydrationValue(field.id)
  const control = controlProps(field)
  const describedBy = [control['aria-describedby'], maxLength && characterLimitId(field.id)].filter(Boolean).join(' ')
  return (
    <Field
      {...field}
      after={
        <>
          {maxLength ? <CharacterCount controlId={field.id} maxLength={maxLength} /> : null}
          {after}
        </>
      }
    >
      <Textarea
        name={field.name}
        defaultValue={field.defaultValue}
        {...inputProps}
        {...control}
        rows={rows}
        aria-describedby={describedBy || undefined}
      />
    </Field>
  )
}
