/** Compares two texts in Dutch alphabetical order. Ignores case and accents at first; numbers sort by value. */
export const compareDutch = new Intl.Collator('nl', { numeric: true }).compare
