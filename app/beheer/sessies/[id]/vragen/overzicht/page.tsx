import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { formatQuestionCount, noThemeLabel } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import styles from './_components/speaker-brief.module.css'

/** Shows the speakers the questions chosen for the session by theme, with the names of the askers redacted. */
export default async function SpeakerBriefPage(props: PageProps<'/beheer/sessies/[id]/vragen/overzicht'>) {
  const { gemeenten } = await props.searchParams
  const withMunicipalities = gemeenten !== 'nee'
  const page = await loadSessionPage(props.params, (id) => routes.speakerBrief(id, { places: withMunicipalities }))
  const sessionId = page.session.id
  const parts = await getSpeakerBrief(sessionId, { withMunicipalities })
  const count = parts.reduce((sum, { questions }) => sum + questions.length, 0)
  return (
    <AdminSessionPage {...page} current="agendaQuestions" title="Overzicht voor de sprekers" width="reading">
      <Heading level={2} className={styles.title}>
        Overzicht voor de sprekers
      </Heading>
      <div className={styles.screen}>
        <div className={styles.links}>
          <Link href={routes.speakerBriefFile(sessionId, { places: withMunicipalities })}>Download als tekst</Link>
          <Link href={routes.speakerBrief(sessionId, { places: !withMunicipalities })}>
            {withMunicipalities ? 'Toon zonder gemeenten' : 'Toon met gemeenten'}
          </Link>
          <Link href={routes.themes(sessionId)}>Verander de volgorde</Link>
        </div>
        <Callout title="Lees het na voordat je het deelt.">
          Namen, mailadressen en telefoonnummers van wie de vragen stelde, zijn uit de tekst gehaald
          {withMunicipalities ? '' : ', en namen van gemeenten en adressen van sites ook'}. Dat doet een computer. Die
          ziet niet: {withMunicipalities ? '' : 'een wijk, een streek, '}een typefout, een collega of een wethouder die
          iemand noemt.{' '}
          {withMunicipalities ? '' : 'En hij ziet soms een gemeente in een gewoon woord, zoals Buren of Best. '}Printen
          kan ook: alleen de vragen komen op papier.
        </Callout>
      </div>
      <Paragraph>{count === 0 ? 'Er is nog geen vraag gekozen.' : `${formatQuestionCount(count)}.`}</Paragraph>
      {parts.map(({ id: partId, theme, questions }) => (
        <section key={partId} className={styles.part}>
          <Heading level={3}>{theme ?? noThemeLabel}</Heading>
          {questions.map(({ id, text, workplace, details }) => (
            <article key={id} className={styles.question}>
              <p className={styles.text}>{text}</p>
              {workplace ? <p className={styles.workplace}>{workplace}</p> : null}
              {details.length > 0 ? (
                <dl className={styles.details}>
                  {details.map((detail) => (
                    <div key={detail.id}>
                      <dt>{detail.question}</dt>
                      <dd>{detail.text}</dd>
                    </div>
                  ))}
                </dl>
              ) : null}
            </article>
          ))}
        </section>
      ))}
    </AdminSessionPage>
  )
}
