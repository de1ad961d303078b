import { withoutClosing } from './meeting-link'

/** Match links. A host name without https:// needs a path or a common ending (.nl), so that "bijv.iets" does not match. */
const links = [
  /\bhttps?:\/\/[^\s<>"'`]+/giu,
  /(?<![\p{L}\p{N}@./-])www\.[^\s<>"'`]+/giu,
  /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}\/[^\s<>"'`]+/giu,
  /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]+\.)+(?:nl|com|org|eu)(?![\p{L}\p{N}@-])/giu,
  // A path of this site, as target of a Markdown link.
  /(?<=\]\()\/[^\s)]+/gu,
]

const months =
  '(?:januari|jan\\.?|februari|febr?\\.?|maart|mrt\\.?|april|apr\\.?|mei|juni|jun\\.?|juli|jul\\.?|augustus|aug\\.?|september|sept?\\.?|oktober|okt\\.?|november|nov\\.?|december|dec\\.?)'
const weekday = '(?:maan|dins|woens|donder|vrij|zater|zon)dag'
const shortWeekday = '(?:ma|di|wo|do|vr|za|zo)\\.?'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const year = "(?:(?:19|20)\\d{2}|['’]\\d{2})"
const hour = '(?:[01]?\\d|2[0-4])'
const minute = '[0-5]\\d'
const hourWord = '(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)'
const upTo = '(?:tot en met|t/m|en|of|tot|-|–)'
const start = '(?<![\\p{L}\\p{N}.,:/€-])'
const end = '(?![\\p{L}\\p{N}%])'
const beforeWeekday = `(?:(?:${weekday}|${shortWeekday}),?\\s+)?`

const pattern = (...parts: string[]) => new RegExp(parts.join(''), 'gimu')

const reference = '(?:artikel(?:en)?|artt?\\.?|paragraaf|par\\.?|§|hoofdstuk|bijlage|versie|v\\.?)'
const number = '\\d[\\d.:/-]*\\p{L}?'

/** Match texts whose digits are no date or time: e-mail addresses, amounts, articles of law, versions and phone numbers. */
const others = [
  pattern('[^\\s<>(),;]{1,99}@[^\\s<>(),;]+'),
  pattern('€\\s?\\d[\\d.,]*'),
  pattern(`(?<!\\p{L})${reference}\\s?(?!${day}\\s${months})${number}(?:(?:,|\\s${upTo})\\s${number})*`),
  pattern('(?<![\\d.:])\\d+:\\d+\\p{L}?\\s(?:lid\\s\\d+\\s)?(?:awb|bw)(?!\\p{L})'),
  pattern('(?<![\\d.:-])(?!\\d{2}-\\d{2}-(?:19|20)\\d{2}(?!\\d))(?=0(?:[\\s-]?\\d){9})0[\\d\\s-]+'),
]

const dates = [
  // "2026-11-08"
  pattern(start, `(?:19|20)\\d{2}([-/])${month}\\1${day}(?:T\\d{2}:\\d{2})?(?!\\d)`),
  // "dinsdag 8 november 2026", "8 en 9 nov", "8-11-2026 t/m 9 november"
  pattern(
    start,
    beforeWeekday,
    `(?:${day}\\.?\\s?${upTo}\\s?)?${day}(?:e|de|ste)?(?:\\s+|-|\\.\\s?)${months}(?!\\p{L})(?:[\\s-]${year})?(?!\\d)`,
  ),
  // "8-11-2026", "8.11.2026", "8/11/26"
  pattern(start, beforeWeekday, `${day}\\s?([-/.])\\s?${month}\\s?\\1\\s?(?:19|20)\\d{2}(?![\\d-])`),
  pattern(start, beforeWeekday, `${day}([-/])${month}\\1\\d{2}(?![\\d/-]|[.,]\\d)`),
  // "di 8-11" and "8/11", but not "24/7", "3/4 deel" or "10/12 jaar"
  pattern(start, `(?:${weekday}|${shortWeekday}),?\\s+${day}[-/]${month}`, end, '(?![-/]\\d)'),
  pattern(
    start,
    `(?!24/7|1/[234](?!\\d)|[23]/[34](?!\\d))${day}/${month}`,
    end,
    '(?!/\\d|[.,]\\d|-?\\s?(?:jaar|jarige|deel|van de|keer))',
  ),
  pattern('(?<=(?<!\\p{L})(?:op|vanaf|per)\\s)', `${day}/${month}`, end, '(?!/\\d)'),
  // "november 2026"
  pattern(start, `${months}\\s(?:19|20)\\d{2}(?!\\d)`),
]

const weekdays = [pattern(`(?<![\\p{L}\\p{N}])${weekday}(?:ochtend|morgen|middag|avond|nacht|en|s)?(?![\\p{L}\\p{N}])`)]

const uur = '(?:\\s?(?:uur|[uh]\\.?))(?![\\p{L}\\p{N}])'

const times = [
  // "14.00 uur", "14.00-15.30 uur", "14.00 tot 15.30 uur"
  pattern(start, `(?:${hour}[.:]${minute}(?:\\s?uur)?\\s?${upTo}\\s?)?${hour}[.:]${minute}${uur}`),
  // "14.00 tot 15.30" and "om 14.00"
  pattern(start, `(?:[01]\\d|2[0-4])\\.${minute}\\s?${upTo}\\s?(?:[01]\\d|2[0-4])\\.${minute}`, end, '(?![.,]\\d)'),
  pattern('(?<=(?<!\\p{L})(?:om|vanaf|tot|rond|vóór)\\s)', `(?:0\\d|1\\d|2[0-4])\\.${minute}`, end, '(?![.,]\\d)'),
  // "14:00", "9:30", "2:30 pm"
  pattern(start, `(?:[01]\\d|2[0-4]|[6-9]):${minute}(?::${minute})?`, end, '(?![.:]\\d)'),
  pattern(start, `${hour}(?:[.:]${minute})?\\s?[ap]\\.?m\\.?`, end),
  // "14u30"
  pattern(start, `${hour}\\s?[uh]\\s?${minute}`, end),
  // "om 14 uur", "van 14 tot 16 uur", "tussen 9 en 12 uur". Not "2 uur", which is how long something takes.
  pattern(`(?<!\\p{L})(?:om|vanaf|rond|tegen)\\s${hour}(?:\\s?${upTo}\\s?${hour})?${uur}`),
  pattern(`(?<!\\p{L})(?:van|tussen)\\s${hour}(?:\\suur)?\\s?${upTo}\\s?${hour}${uur}`),
  // "om twee uur", "om half drie", "om kwart over twee"
  pattern(`(?<!\\p{L})(?:om|vanaf|rond|tegen)\\s${hourWord}\\suur(?!\\p{L})`),
  pattern(
    `(?<!\\p{L})(?:om|vanaf|tot|rond|tegen)\\s(?:half|(?:kwart|vijf|tien)\\s(?:over|voor)(?:\\shalf)?)\\s${hourWord}(?!\\p{L})`,
  ),
  // "15.00 Welkom", as a line of an agenda
  pattern(
    `(?<=^[ \\t]{0,4}(?:[-*|][ \\t]{0,4})?(?:\\*\\*)?)(?:0[7-9]|1\\d|2[0-3])\\.[0-5][05](?=(?:\\*\\*)?:?[ \\t|]+\\p{L})`,
  ),
]

type Found = { at: number; text: string }

/** Returns the text with each match of the patterns blanked, so that later patterns skip it. Adds matches to `found`. */
function take(text: string, patterns: RegExp[], found: Found[] | null): string {
  return patterns.reduce(
    (rest, each) =>
      rest.replace(each, (match: string, ...args: unknown[]) => {
        const kept = patterns === links ? withoutClosing(match) : match
        const at = args.find((arg): arg is number => typeof arg === 'number') ?? 0
        found?.push({ at, text: kept })
        return `${'\u0000'.repeat(kept.length)}${match.slice(kept.length)}`
      }),
    text,
  )
}

/** Matches the address of a Markdown image, which is no link. */
const imageAddress = /(?<=!\[[^\]]{0,500}\]\()[^\s)]+/gu

/**
 * Returns the dates, days of the week, times and links in a text, as typed and in order. When the session is copied or
 * rescheduled, these may no longer be true. Placeholders such as `{datum}` are not returned.
 */
export function findDatedFragments(text: string): string[] {
  const found: Found[] = []
  const withoutImages = take(text, [imageAddress], null)
  const withoutLinks = take(withoutImages, links, found)
  const rest = take(withoutLinks, others, null)
  take(take(take(rest, dates, found), weekdays, found), times, found)
  return [...new Set(found.sort((a, b) => a.at - b.at).map((fragment) => fragment.text.trim()))]
}
