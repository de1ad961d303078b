import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/ui/page/flow'
import { routes } from '@/lib/platform/routes'
import styles from './two-factor.module.css'

/** Shows new recovery codes, which are not shown again. */
export function RecoveryCodes({ codes, email }: { codes: string[]; email: string }) {
  const text = `Herstelcodes voor Aanschuif (${email})\nElke code werkt één keer.\n\n${codes.join('\n')}\n`
  return (
    <Flow>
      <Heading level={2}>Bewaar je herstelcodes</Heading>
      <Paragraph>
        Ben je je telefoon kwijt? Dan log je in met een van deze codes. Elke code werkt één keer. Je ziet ze alleen nu:
        print ze, of zet ze in je wachtwoordkluis.
      </Paragraph>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Paragraph>
        <Link
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="herstelcodes-aanschuif.txt"
          className={styles.download}
        >
          Download als bestand
        </Link>
      </Paragraph>
      <Paragraph>
        <Link href={routes.account()}>Ik heb ze bewaard, naar mijn account</Link>
      </Paragraph>
    </Flow>
  )
}
