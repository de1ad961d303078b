'use client'

import { Textarea } from '@utrecht/component-library-react'
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import styles from './character-count.module.css'
import { controlProps, Field, type FieldProps } from './field'

/** Milliseconds without typing after which screen readers hear how many characters still fit. */
const announceAfterMs = 2500
/** Screen readers hear how many characters still fit only if that is at most this fraction of the maximum. */
const announceBelowFraction = 0.1

const numberFormat = new Intl.NumberFormat('nl-NL')
const formatCharacters = (count: number) => `${numberFormat.format(count)} ${count === 1 ? 'teken' : 'tekens'}`
const remainingText = (remaining: number) =>
  remaining < 0 ? `${formatCharacters(-remaining)} te veel` : `Nog ${formatCharacters(remaining)}`

const characterLimitId = (controlId: string) => `${controlId}-ruimte`

type Props = FieldProps<Omit<ComponentProps<'textarea'>, 'id' | 'defaultValue' | 'required'>> & {
  /** Maximum length in code points. A longer text is never cut off: the server rejects it. */
  maxLength?: number
  rows?: number
  after?: ReactNode
}

/** Shows a field for multi-line text, with a character count if it has a maximum length. */
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

/** Shows how many characters still fit in the text area with id `controlId`. Without JavaScript, shows `maxLength`. */
function CharacterCount({ controlId, maxLength }: { controlId: string; maxLength: number }) {
  const [remaining, setRemaining] = useState<number | null>(null)
  const [announced, setAnnounced] = useState('')

  useEffect(() => {
    const control = document.getElementById(controlId)
    if (!(control instanceof HTMLTextAreaElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const readRemaining = () => maxLength - [...control.value].length
    const announce = () =>
      setAnnounced(readRemaining() <= maxLength * announceBelowFraction ? remainingText(readRemaining()) : '')
    const onInput = () => {
      setRemaining(readRemaining())
      clearTimeout(timer)
      timer = setTimeout(announce, announceAfterMs)
    }
    setRemaining(readRemaining())
    control.addEventListener('input', onInput)
    return () => {
      clearTimeout(timer)
      control.removeEventListener('input', onInput)
    }
  }, [controlId, maxLength])

  return (
    <div className={styles.count}>
      <span id={characterLimitId(controlId)} className={remaining === null ? undefined : 'visually-hidden'}>
        Er passen {formatCharacters(maxLength)} in.
      </span>
      {remaining === null ? null : (
        <span aria-hidden="true" className={remaining < 0 ? styles.exceeded : undefined}>
          {remainingText(remaining)}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {announced}
      </span>
    </div>
  )
}
