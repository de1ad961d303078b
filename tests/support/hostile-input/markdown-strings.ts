/** Texts with characters that Markdown knows, which no form offers as syntax. */
export const asTyped = [
  '10~20 of 30~40, ~~niet~~',
  'Kijk in <uw beleidsplan> en <b>hier</b>',
  'Lotte Voorbeeld\n--\nMovisie',
  'Lotte Voorbeeld\n===',
  '---',
  '***',
  '* * *',
  'regel 1\n---\nregel 2',
  '5*3*2 en 4*5*6, 2**3**4',
  '__init__ en _naam_',
  '> 65 jaar',
  '`code` en ```hek```',
  '```\nblok\n```',
  'C:\\_map\\*.* en \\\\server\\map',
  'R&amp;D &copy; &lt;x&gt;',
  '[1]: https',
  'voetnoot[^1]',
  '[^1]: noot',
  '[ ] open',
  '+ 5 euro\n+ 6 euro',
  '1) eerste\n2) tweede',
  '1. een\n3. drie',
  '2. twee\n2. nog eens',
  'keuze [3](a) en [x](www.voorbeeld)',
  '![foto]',
  'einde\\\nregel',
  '#hashtag',
  '1*',
  '<!-- opmerking -->',
  '<?php ?>',
  '2 < 3 & 4 > 1',
  '+',
]

/** Returns the text of html, with its entities decoded and white space collapsed. */
export const visibleText = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<br ?\/?>|<\/p>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
