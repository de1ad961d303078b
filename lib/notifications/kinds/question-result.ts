import { createElement } from 'react'
import QuestionResult, { defaultTemplate } from '@/emails/question-result'
import { findAgendaAnswer } from '../rendering/participant-fields'
import { participantMail } from '../rendering/participant-mail'

export const questionResult = participantMail({
  slug: 'outcome',
  label: 'Wat er met de vraag is gedaan',
  audience: 'seated',
  defaultTemplate,
  afterSession: true,
  quotesParticipant: true,
  withoutCancelLink: true,
  body: (mail, { participant }) => {
    const agendaAnswer = findAgendaAnswer(participant)
    const { state = 'new', resultText: ownText = '' } = agendaAnswer?.triage ?? {}
    return createElement(QuestionResult, { ...mail, question: agendaAnswer?.text ?? null, state, ownText })
  },
})
