export type FormControl = { name: string; value: string; kind: string }

/** A form of a page. `actionId` is from its hidden fields; `address` is the path of a route handler. */
export type PageForm = { controls: FormControl[]; actionId: string | null; address: string | null }

/** Returns every form of a page with all its controls. */
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
  // A leading newline is not part of a textarea (HTML, 13.1.2.5).
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

/** The id is in the name `$ACTION_ID_<id>`, or with bound arguments in the JSON of `$ACTION_1:0`. */
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
