// A browser names others in its User-Agent for compatibility, so the first match counts.
const browsers = { Edge: /Edg/, Opera: /OPR|Opera/, Firefox: /Firefox|FxiOS/, Chrome: /Chrome|CriOS/, Safari: /Safari/ }
const systems = {
  iPhone: /iPhone/,
  iPad: /iPad/,
  Android: /Android/,
  Windows: /Windows/,
  Mac: /Mac/,
  Linux: /Linux|X11/,
}

/**
 * Returns browser and system of a User-Agent header, such as "Firefox, Windows", or '' for an unknown one. Versions are
 * left out, because an organiser does not need them to recognise a login. Returns its own results unchanged.
 */
export const summarizeUserAgent = (userAgent: string): string =>
  [browsers, systems].flatMap((names) => firstMatch(names, userAgent) ?? []).join(', ')

const firstMatch = (names: Record<string, RegExp>, text: string) =>
  Object.entries(names).find(([, pattern]) => pattern.test(text))?.[0]
