import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { SendFailure } from '@/lib/http/schema'
import { routes } from '@/lib/platform/routes'

const kept = 'Wat je hebt ingevuld, staat er nog.'

/** Maps each reason why a form was not sent to a message, which also says how to go on. */
export const failureCopy: Record<SendFailure, { title: string; text: ReactNode }> = {
  unreachable: {
    title: 'Er is niets bewaard.',
    text: `De verbinding viel weg, of er ging iets mis bij ons. ${kept} Druk nog een keer op de knop.`,
  },
  'too-large': {
    title: 'Er is niets bewaard: dit is te veel tekst.',
    text: `${kept} Maak het korter en druk nog een keer op de knop.`,
  },
  'logged-out': {
    title: 'Er is niets bewaard: je was uitgelogd.',
    text: (
      <>
        {kept}{' '}
        <Link href={routes.login()} target="_blank">
          Log opnieuw in (opent een nieuw tabblad)
        </Link>
        . Kom dan hier terug en druk nog een keer op de knop.
      </>
    ),
  },
  'new-version': {
    title: 'Er is niets bewaard: er is een nieuwe versie van deze pagina.',
    text: `${kept} Kopieer wat je wilt houden, laad de pagina opnieuw en vul het daar in.`,
  },
}
