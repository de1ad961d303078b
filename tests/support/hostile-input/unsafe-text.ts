const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Characters that make XML 1.0 malformed (section 2.2, Char), of each kind. */
const xmlForbidden = [
  ...[...range(0, 8), 0x0b, 0x0c, ...range(0x0e, 0x1f)],
  ...[0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffe, 0xffff],
].map((code) => String.fromCharCode(code))

/** Characters that turn around the text behind them (UAX 9, section 2). */
const bidiControls = [0x061c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)].map((code) =>
  String.fromCodePoint(code),
)

/** Other characters without a meaning in text: DEL, C1 controls and noncharacters. */
const meaningless = [0x7f, 0x80, 0x9b, 0x9f, 0xfdd0, 0xfdef, 0x1fffe, 0x10ffff].map((code) =>
  String.fromCodePoint(code),
)

export const unsafeCharacters = [...xmlForbidden, ...bidiControls, ...meaningless]

/** Characters that end a line or a paragraph without being a line feed. */
export const lineSeparators = ['\r\n', '\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']

/** Texts of which a reader sees nothing. */
export const blankTexts = [
  ...['', ' \n\t', '\u00a0\u2003\u3000', '\u200b\u200b', '\u00ad', '\u3164', '\u2800', '\u2060 \u200d', '\ufeff'],
  ...['\u034f', '\u115f\u1160', '\ufe0f', '\u{e0020}', '\ufffc', '\u0301', '\uffff', '\ud800', '\u202e', '\u180e'],
]
