type Props = { options: readonly { id: string; name: string }[] | readonly { value: string; label: string }[] }

/** Option elements of a select, from ids with names or values with labels. */
export function Options({ options }: Props) {
  return options.map((option) => {
    const { value, label } = 'value' in option ? option : { value: option.id, label: option.name }
    return (
      <option key={value} value={value}>
        {label}
      </option>
    )
  })
}
