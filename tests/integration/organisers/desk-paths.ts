import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'

type Ids = { sessionId: string; registrationId: string; questionId: string }

/** The pages of the desk about one kennissessie, besides its sign-ups. */
export const otherPages = ({ sessionId, registrationId, questionId }: Ids): string[] => [
  routes.messages(sessionId, { search: 'iemand' }),
  routes.mailPlan(sessionId),
  routes.mailTexts(sessionId),
  routes.mailText(sessionId, 'thanks'),
  routes.writeLetter(sessionId),
  routes.letter(sessionId, randomUUID()),
  routes.message(sessionId, randomUUID()),
  routes.release(sessionId),
  routes.editSession(sessionId),
  routes.moveSession(sessionId),
  routes.cancelSession(sessionId),
  routes.places(sessionId),
  routes.newRegistration(sessionId),
  routes.editRegistration(sessionId, registrationId),
  routes.numbers(sessionId),
  routes.newSession(),
  routes.archive(),
  routes.copySession(sessionId),
  routes.editTexts(sessionId),
  routes.formQuestions(sessionId),
  routes.newFormQuestion(sessionId),
  routes.formQuestion(sessionId, questionId),
  routes.preview(sessionId),
  routes.previewForm(sessionId),
]

/** Those of its vragenronde. */
export const roundPages = ({ sessionId, answerId }: { sessionId: string; answerId: string }): string[] => [
  routes.questions(sessionId),
  routes.question(sessionId, answerId),
  routes.clarification(sessionId, answerId),
  routes.themes(sessionId),
  routes.closeRound(sessionId),
  routes.brief(sessionId),
  routes.briefFile(sessionId),
  routes.outcomes(sessionId),
]
