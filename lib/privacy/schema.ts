/**
 * What stands in the place of a name that was erased, and of the subject of a letter: in the row itself, so that every screen
 * has something to show, also one that does not know of erasing.
 */
export const erasedName = 'Naam gewist'
export const erasedSubject = 'Bericht gewist'
