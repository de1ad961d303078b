import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { clock } from '@/lib/platform/clock'
import { getSeats } from '@/lib/registrations/queries'
import { listPublishedSessions } from '@/lib/sessions/queries'
import { SessionList } from './_components/session-list'
import styles from './page.module.css'

export const metadata: Metadata = {
  title: 'Kennissessies - Aanschuif',
  description: 'Online kennissessies voor mensen die bij een gemeente werken. Kijk wat eraan komt en meld je aan.',
}

export default async function HomePage() {
  const now = clock.now()
  const { upcoming, past } = await listPublishedSessions(now)
  const open = await Promise.all(upcoming.map(async (session) => ({ ...session, seats: await getSeats(session) })))
  return (
    <Page>
      <PageTitle>Schuif aan bij een kennissessie</PageTitle>
      <Paragraph lead className={styles.lead}>
        Werk je bij een gemeente en wil je verder met een vraag uit je werk? In een online kennissessie denk je samen
        met experts en met mensen van andere gemeenten na.
      </Paragraph>
      <section aria-labelledby="straks" className={styles.section}>
        <Heading level={2} id="straks">
          Komende kennissessies
        </Heading>
        {open.length > 0 ? (
          <SessionList sessions={open} now={now} />
        ) : (
          <Paragraph>Er staat nu geen kennissessie gepland. Kijk later nog eens.</Paragraph>
        )}
      </section>
      {past.length > 0 ? (
        <section aria-labelledby="eerder" className={styles.section}>
          <Heading level={2} id="eerder">
            Eerdere kennissessies
          </Heading>
          <SessionList sessions={past} now={now} />
        </section>
      ) : null}
    </Page>
  )
}
