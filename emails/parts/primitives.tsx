import type { ComponentProps, CSSProperties, ReactNode } from 'react'
import { strandColours, styles } from './styles'

const layoutTable = {
  align: 'center',
  width: '100%',
  border: 0,
  cellPadding: '0',
  cellSpacing: '0',
  role: 'presentation',
} as const

type SectionProps = ComponentProps<'table'> & { cellStyle?: CSSProperties }

/** Renders a block as a table of one cell, because Outlook on Windows ignores width and background of a div. */
export const Section = ({ children, cellStyle, ...attributes }: SectionProps) => (
  <table {...layoutTable} {...attributes}>
    <tbody>
      <tr>
        <td style={cellStyle}>{children}</td>
      </tr>
    </tbody>
  </table>
)

/** Renders the coloured line at the top of each mail. The plain-text version of the mail omits it. */
export const Strands = () => (
  <table {...layoutTable} data-skip-in-text="true">
    <tbody>
      <tr>
        {strandColours.map((backgroundColor) => (
          <td key={backgroundColor} style={{ ...styles.strand, backgroundColor }}>
            &nbsp;
          </td>
        ))}
      </tr>
    </tbody>
  </table>
)

const previewLength = 150
const invisibleFiller = '\u00a0\u200c\u200b\u200d\ufeff'

/** Renders hidden text that mail programs show beside the subject. Invisible filler keeps the body out of that place. */
export function Preview({ text }: { text: string }) {
  const shown = text.slice(0, previewLength)
  return (
    <div style={previewStyle} data-skip-in-text="true">
      {shown}
      {shown.length < previewLength ? <div>{invisibleFiller.repeat(previewLength - shown.length)}</div> : null}
    </div>
  )
}

const previewStyle = { display: 'none', overflow: 'hidden', lineHeight: '1px', opacity: 0, maxHeight: 0, maxWidth: 0 }

/** Renders a link as a button. For Outlook, spaces repeat the padding of `styles.button`: change both together. */
export const ActionButton = ({ url, children }: { url: string; children: ReactNode }) => (
  <Section style={{ margin: '8px 0 16px' }}>
    <a className="button" href={url} style={{ ...inlineBlock, ...styles.button }} target="_blank" rel="noopener">
      <OutlookOnly html={`<i style="${outlookPadding};mso-text-raise:21" hidden>${wideSpaces}</i>`} />
      <span style={{ ...inlineBlock, lineHeight: '120%', ...outlookLabel }}>{children}</span>
      <OutlookOnly html={`<i style="${outlookPadding}" hidden>${wideSpaces}&#8203;</i>`} />
    </a>
  </Section>
)

const inlineBlock = { maxWidth: '100%', display: 'inline-block', msoPaddingAlt: '0px' }

// Outlook on Windows ignores padding of a link. Three stretched spaces make 26 pixels; raised text adds height:
// 28 pixels are 21 points, and 14 pixels are 10.5.
const outlookPadding = 'mso-font-width:433.3333333333333%'
const wideSpaces = '&#8202;&#8202;&#8202;'
const outlookLabel = { msoTextRaise: 10.5 }

/** Renders `html` in a comment that only Outlook on Windows reads. React has no element for comments. */
const OutlookOnly = ({ html }: { html: string }) => (
  <span dangerouslySetInnerHTML={{ __html: `<!--[if mso]>${html}<![endif]-->` }} />
)
