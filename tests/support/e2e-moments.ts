/** So many days from now. */
export const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

/** A kennissessie in three days, with its deadlines so many days from now. */
export const comingMoments = (deadline: number, closing: number) => ({
  questionDeadlineAt: day(deadline),
  registrationClosesAt: day(closing),
  startsAt: day(3),
  endsAt: day(3.1),
})
