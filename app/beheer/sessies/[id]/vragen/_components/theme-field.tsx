import { TextField } from '@/components/form/fields/text-field'

type Props = {
  id: string
  hint?: string
  error?: string
  defaultValue: string
  themes: { id: string; name: string }[]
}

/** A theme of one's own or one that is there: the browser offers those. */
export function ThemeField({ id, hint, error, defaultValue, themes }: Props) {
  return (
    <>
      <TextField
        id={id}
        name="theme"
        label="Thema"
        hint={hint}
        required={false}
        defaultValue={defaultValue}
        error={error}
        inputProps={{ list: `${id}-keuze`, autoComplete: 'off' }}
      />
      <datalist id={`${id}-keuze`}>
        {themes.map((theme) => (
          <option key={theme.id} value={theme.name} />
        ))}
      </datalist>
    </>
  )
}
