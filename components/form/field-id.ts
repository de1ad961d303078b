/** Where the field of a name stands on the page; an id starts with a letter. */
export const fieldId = (name: string) => `veld-${name.replace('.', '-')}`
