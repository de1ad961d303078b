// Mail programs support no custom properties and few selectors. So light colours are inline styles,
// and dark colours are in a style element that some programs drop. Values match the site's theme.
const light = {
  paper: '#fffdf9',
  surface: '#f6f1e8',
  line: '#d9d0c1',
  ink: '#1f1a2e',
  inkSoft: '#575066',
  primary: '#43257f',
}
const dark: typeof light = {
  paper: '#16141f',
  surface: '#211d2e',
  line: '#3d3750',
  ink: '#f3eff9',
  inkSoft: '#c0b8d2',
  primary: '#c9b3ff',
}

export const strandColours =
  '#4d2c91 #b0306a #d9622b #e0a21b #5e8c2a #14705a #1a7a9c #2f5bb7 #7a49b8 #8f2440 #8a5a2b #4b5563'.split(' ')

const fontFamily = "Seravek, 'Gill Sans Nova', Ubuntu, Calibri, 'DejaVu Sans', 'Source Sans 3', Arial, sans-serif"

// One long word or URL breaks instead of widening the page: Outlook knows only wordBreak, other programs prefer the first.
const breakable = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const
const text = { color: light.ink, fontFamily, fontSize: '17px', lineHeight: '1.6', margin: '0 0 16px', ...breakable }
const heading = { ...text, fontWeight: 700 }

export const styles = {
  page: { backgroundColor: light.paper, margin: 0, padding: 0 },
  column: { maxWidth: '600px', margin: '0 auto', padding: '0 20px' },
  strand: { height: '6px', fontSize: '0', lineHeight: '0' },
  brand: { ...text, fontWeight: 800, fontSize: '20px', lineHeight: '1.2', margin: '20px 0 28px' },
  h1: { ...heading, fontSize: '28px', lineHeight: '1.2', margin: '0 0 20px' },
  h2: { ...heading, fontSize: '20px', lineHeight: '1.3', margin: '32px 0 12px' },
  h3: { ...heading, margin: '20px 0 8px' },
  text,
  soft: { ...text, color: light.inkSoft, fontSize: '15px', margin: '0 0 8px' },
  link: { color: light.primary, textDecoration: 'underline' },
  box: {
    backgroundColor: light.surface,
    borderLeft: `6px solid ${light.primary}`,
    borderRadius: '10px',
    padding: '18px 22px',
    margin: '4px 0 20px',
  },
  boxText: { ...text, margin: 0 },
  boxHeading: { fontSize: '20px', lineHeight: '1.4' },
  button: {
    backgroundColor: light.primary,
    color: light.paper,
    fontFamily,
    fontSize: '17px',
    fontWeight: 700,
    lineHeight: '1.4',
    textDecoration: 'none',
    borderRadius: '10px',
    padding: '14px 26px',
  },
  list: { ...text, paddingLeft: '26px' },
  item: { margin: '0 0 8px' },
  table: { ...text, width: '100%', borderCollapse: 'collapse' },
  cell: { borderBottom: `1px solid ${light.line}`, padding: '8px 12px 8px 0', textAlign: 'left' },
  answer: { ...text, borderTop: `1px solid ${light.line}`, padding: '12px 0', margin: 0 },
  footer: { borderTop: `1px solid ${light.line}`, margin: '36px 0 0', padding: '20px 0 32px' },
} as const

/** CSS for dark mode and small screens. Each class overrides inline styles of the elements that have it. */
export const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: ${dark.paper} !important }
  .text { color: ${dark.ink} !important }
  .soft { color: ${dark.inkSoft} !important }
  .link { color: ${dark.primary} !important }
  .button { background-color: ${dark.primary} !important; color: ${dark.paper} !important }
  .box { background-color: ${dark.surface} !important; border-color: ${dark.primary} !important }
  .line { border-color: ${dark.line} !important }
}
@media (max-width: 480px) {
  .h1 { font-size: 25px !important }
}`
