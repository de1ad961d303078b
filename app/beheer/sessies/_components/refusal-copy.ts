/** Maps the refusals that most forms about a session share to their messages. */
export const sessionRefusals = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Er is niets veranderd en niets gemaild.' },
  'session-archived': { title: 'Deze kennissessie ligt in het archief.', text: 'Haal hem eerst terug.' },
}
