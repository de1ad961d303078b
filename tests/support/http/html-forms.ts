/** A part of a form that sends something: what it is called, what it sends, and what it is. */
export type FormControl = { name: string; value: string; kind: string }

/**
 * A form as it stands in a page. Without scripts its hidden fields say which action it runs; one for a route handler has the
 * address of that.
 */
export type PageForm = { controls: FormControl[]; actionId: string | null; address: string | null }

/** Every form of a page with all that is in it, also boxes and buttons. */
export function parseForms(html: string): PageForm[] {
  return [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => {
    const controls = [...form.matchAll(/<(input|textarea|select|button)\b[^>]*>([^<]*)/g)].flatMap(
      ([tag, element = '', content = '']) => parseControl(form, tag, element, content),
    )
    return { controls, actionId: actionIdOf(controls), address: readAttribute(form, 'action') ?? null }
  })
}

function parseControl(form: string, tag: string, element: string, content: string): FormControl[] {
  const name = readAttribute(tag, 'name')
  if (!name) return []
  // A first line end is not part of a text (HTML, 13.1.2.5).
  const kind = element === 'input' ? (readAttribute(tag, 'type') ?? 'text') : element
  if (element !== 'select') {
    return [
      {
        name,
        kind,
        value:
          element === 'textarea' ? decodeEntities(content.replace(/^\r?\n/, '')) : (readAttribute(tag, 'value') ?? ''),
      },
    ]
  }
  const [, options = ''] = form.slice(form.indexOf(tag)).match(/^<select[^>]*>([\s\S]*?)<\/select>/) ?? []
  const values = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => readAttribute(option, 'value') ?? '')
  return [{ name, kind, value: values.find(Boolean) ?? '' }]
}

/** `$ACTION_ID_<id>` stands alone; with bound values `$ACTION_1:0` holds the id in JSON. */
function actionIdOf(controls: FormControl[]): string | null {
  for (const { name, value } of controls) {
    const [, alone] = name.match(/^\$ACTION_ID_(\w+)$/) ?? []
    if (alone) return alone
    if (/^\$ACTION_\d+:0$/.test(name)) return (JSON.parse(value) as { id: string }).id
  }
  return null
}

function readAttribute(tag: string, name: string): string | undefined {
  const value = tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]
  return value === undefined ? undefined : decodeEntities(value)
}

const decodeEntities = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
