import { createElement } from 'react'
import Release, { defaultTemplate } from '@/emails/release'
import { participantMail } from '../rendering/participant-mail'

export const release = participantMail({
  slug: 'release',
  label: 'Link en agenda',
  audience: 'seated',
  defaultTemplate,
  statesSessionTimes: true,
  sample: { needsRelease: true },
  body: ({ release: released, ...mail }) => {
    if (!released) throw new Error('nothing has been released')
    return createElement(Release, { ...mail, release: released })
  },
})
