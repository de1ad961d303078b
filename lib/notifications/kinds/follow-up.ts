import { createElement } from 'react'
import FollowUp, { defaultTemplate } from '@/emails/follow-up'
import { addDays } from '@/lib/platform/time'
import { participantMail } from '../rendering/participant-mail'
import { atMorningHour } from './schedule-times'

export const followUp = participantMail({
  slug: 'thanks',
  label: 'Dank je wel, achteraf',
  audience: 'seated',
  defaultTemplate,
  afterSession: true,
  withoutCancelLink: true,
  schedule: {
    setting: 'followUpAudience',
    oncePerSession: true,
    window: ({ endsAt }) => {
      const dueAt = atMorningHour(addDays(endsAt, 1))
      return { dueAt, expiresAt: addDays(dueAt, 7), registeredBefore: dueAt }
    },
  },
  body: (mail, { participant }) => {
    const { materials = '', evaluationUrl = null } = participant.session.notificationSettings ?? {}
    return createElement(FollowUp, { ...mail, materials, evaluationUrl })
  },
})
