import { Link, Text } from '@react-email/components'
import { styles } from './styles'

/** The reader's own pages, which they reach without an account. */
export type SelfServiceLinks = {
  url: string
  /** Where they cancel; null when there is nothing to cancel any more. */
  cancelUrl: string | null
}

/**
 * At the foot of every mail to a participant. Each link ends its line, so that as text no full stop belongs to an address;
 * forwarded mails are read by others, so it says whose they are.
 */
export const SelfServiceFooter = ({ url, cancelUrl }: SelfServiceLinks) => (
  <Text className="text" style={styles.text}>
    {cancelUrl ? 'Deze links zijn van jou, geef ze niet door:' : 'Deze link is van jou, geef hem niet door:'}
    <br />
    <Link className="link" style={styles.link} href={url}>
      {cancelUrl ? 'Bekijk of wijzig je aanmelding' : 'Bekijk je aanmelding'}
    </Link>
    {cancelUrl ? (
      <>
        <br />
        <Link className="link" style={styles.link} href={cancelUrl}>
          Meld je af
        </Link>
      </>
    ) : null}
  </Text>
)
