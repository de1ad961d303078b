/** Returns the id of the control of a field, which the error summary links to. */
export const fieldId = (name: string) => `veld-${name.replace('.', '-')}`
