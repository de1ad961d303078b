import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'

type Ids = { sessionId: string; registrationId: string; questionId: string }

/** Admin pages about one session, besides its registrations. */
export const sessionAdminPaths = ({ sessionId, registrationId, questionId }: Ids): string[] => [
  routes.messages(sessionId, { search: 'iemand' }),
  routes.notificationSettings(sessionId),
  routes.mailTemplates(sessionId),
  routes.mailTemplate(sessionId, 'thanks'),
  routes.newCustomMessage(sessionId),
  routes.customMessage(sessionId, randomUUID()),
  routes.message(sessionId, randomUUID()),
  routes.release(sessionId),
  routes.editSession(sessionId),
  routes.rescheduleSession(sessionId),
  routes.cancelSession(sessionId),
  routes.capacity(sessionId),
  routes.newRegistration(sessionId),
  routes.editRegistration(sessionId, registrationId),
  routes.statistics(sessionId),
  routes.newSession(),
  routes.archive(),
  routes.copySession(sessionId),
  routes.editSessionContent(sessionId),
  routes.formQuestions(sessionId),
  routes.newFormQuestion(sessionId),
  routes.formQuestion(sessionId, questionId),
  routes.sessionPreview(sessionId),
  routes.registrationFormPreview(sessionId),
]

/** Admin pages about the triage of one session. */
export const triagePaths = ({ sessionId, answerId }: { sessionId: string; answerId: string }): string[] => [
  routes.agendaQuestions(sessionId),
  routes.agendaQuestion(sessionId, answerId),
  routes.clarification(sessionId, answerId),
  routes.themes(sessionId),
  routes.closeTriageRound(sessionId),
  routes.speakerBrief(sessionId),
  routes.speakerBriefFile(sessionId),
  routes.resultNotifications(sessionId),
]
