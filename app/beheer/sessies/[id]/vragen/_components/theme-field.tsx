import type { ComponentProps } from 'react'
import { TextField } from '@/components/form/fields/text-field'

type Props = Omit<ComponentProps<typeof TextField>, 'name' | 'label'> & { themes: { id: string; name: string }[] }

/** Shows a text field for the name of a theme. The browser suggests the existing `themes`. */
export function ThemeField({ themes, ...field }: Props) {
  const listId = `${field.id}-keuze`
  return (
    <>
      <TextField
        {...field}
        name="theme"
        label="Thema"
        required={false}
        inputProps={{ list: listId, autoComplete: 'off' }}
      />
      <datalist id={listId}>
        {themes.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  )
}
