import type { ReactNode } from 'react'
import { InvalidSelfServiceLink } from '@/app/(public)/_components/invalid-link'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { getOwnRegistration, type OwnRegistrationView } from '@/lib/registrations/self-service/queries'
import { ownStatus } from '@/lib/registrations/self-service/rules'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'

export type OwnRegistration = { token: string; registration: OwnRegistrationView; status: OwnStatus; now: Date }

/**
 * Renders a page about the registration of a personal link. Shows that the link does not work if it has no registration or
 * `render` returns `null`. `render` must not change data, because mail scanners open every link.
 */
export async function ownRegistrationPage(
  params: Promise<{ token: string }>,
  render: (own: OwnRegistration) => ReactNode | Promise<ReactNode>,
) {
  const { token } = await params
  const registration = await getOwnRegistration(token)
  const now = clock.now()
  const content = registration && (await render({ token, registration, status: ownStatus(registration, now), now }))
  return content ? <Page width="reading">{content}</Page> : <InvalidSelfServiceLink />
}
