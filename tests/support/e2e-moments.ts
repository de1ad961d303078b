/** So many days from now. */
export const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

/** A kennissessie in three days, with its deadlines so many days from now. */
export const comingMoments = (deadline: number, closing: number) => ({
  questionDeadlineAt: day(deadline),
  registrationClosesAt: day(closing),
  startsAt: day(3),
  endsAt: day(3.1),
})

/** A kennissessie about which no mail goes out by itself yet. */
export const nextMonth = {
  questionDeadlineAt: day(20),
  registrationClosesAt: day(25),
  startsAt: day(30),
  endsAt: day(30.1),
}
