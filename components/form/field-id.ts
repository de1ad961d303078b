/** The id of the control with this name, and of its link in the error summary. */
export const fieldId = (name: string) => `veld-${name.replace('.', '-')}`
