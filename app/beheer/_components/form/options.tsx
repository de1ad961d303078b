type Props = { options: readonly { id: string; name: string }[] | readonly { value: string; label: string }[] }

/** Renders the `<option>` elements of a `<select>`. An `id` or `value` is submitted; a `name` or `label` is shown. */
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
