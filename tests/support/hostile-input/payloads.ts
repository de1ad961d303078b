import { randomUUID } from 'node:crypto'
import type { FormControl } from '@/tests/support/http/html-forms'

/** Markup that a page must escape. */
export const activeMarkup = ['<script>alert(1)', '<img src=x', '<svg/onload', 'href="javascript:']
/** An injected recipient, who must receive no mail. */
export const injectedRecipient = 'slachtoffer@example.nl'

/** Several attacks in one text, short enough for each field. */
export const poisonText = `"><script>alert(1)</script>\r\nBcc: ${injectedRecipient}\r\n\u0000\u001b\u202e' OR 1=1;--\ud800`

/** Values that are sent in every field at once. A normal run sends only the first ones. */
const payloadValues: string[] = [
  poisonText,
  '=HYPERLINK("https://example.nl")<svg/onload=alert(1)>',
  `iemand@example.nl\r\nBcc: ${injectedRecipient}`,
  '__proto__',
  '-1',
  `9${'0'.repeat(400)}`,
  '[x](javascript:alert(1)) <img src=x onerror=alert(1)>',
  '../../../../etc/passwd\u0000',
  '00000000-0000-0000-0000-00000000000g',
  'NaN',
  '2026-13-45T99:99',
  '{naam}{__proto__}${7*7}',
  'x\n'.repeat(2_000),
  '\u202e\u2066\ufeff',
]

/** Returns a valid value for the control. */
export function validValue({ name, value, kind }: FormControl): string {
  if (value) return value
  if (kind === 'email') return `${randomUUID()}@example.nl`
  if (kind === 'number') return '5'
  if (kind === 'tel') return '0612345678'
  return name === 'website' ? '' : 'Voorbeeld'
}

export type Payload = { label: string; body: FormData | string | Uint8Array<ArrayBuffer>; type?: string }

const isHidden = ({ name }: FormControl) => name.startsWith('$ACTION')

/** Returns the buttons with a name, each once, or `[null]` without such a button. */
function submitButtons(controls: FormControl[]): (FormControl | null)[] {
  const buttons = new Map(
    controls.flatMap((control) => (control.kind === 'button' ? [[control.name + control.value, control]] : [])),
  )
  return buttons.size > 0 ? [...buttons.values()] : [null]
}

function buildForm(
  controls: FormControl[],
  pressedButton: FormControl | null,
  valueFor: (control: FormControl) => string | null,
): FormData {
  const form = new FormData()
  for (const control of controls) {
    if (control.kind === 'button' && control !== pressedButton) continue
    // Only one radio button of a group is sent.
    if (control.kind === 'radio' && form.has(control.name)) continue
    const value = isHidden(control) ? control.value : valueFor(control)
    if (value !== null) form.append(control.name, value)
  }
  return form
}

/** Poisons one field at a time, for at most `maxButtons` buttons. */
function* poisonedFields(controls: FormControl[], maxButtons: number): Generator<Payload> {
  const typed = controls.filter((control) => !isHidden(control) && control.kind !== 'button')
  const fields = [...new Map(typed.toReversed().map((control) => [control.name, control])).values()]
  for (const pressedButton of submitButtons(controls).slice(0, maxButtons)) {
    for (const poisoned of [null, ...fields]) {
      const body = buildForm(controls, pressedButton, (control) =>
        control === poisoned ? poisonText : validValue(control),
      )
      yield { label: `${poisoned?.name ?? 'nothing'} poisoned, ${pressedButton?.value ?? 'no button'}`, body }
    }
  }
}

/** Sends the same bad value in all fields, and every second time in the button. */
function* floodedFields(controls: FormControl[], limit: number): Generator<Payload> {
  const [pressedButton = null] = submitButtons(controls)
  for (const [index, value] of payloadValues.slice(0, limit).entries()) {
    const body = buildForm(controls, pressedButton, (control) =>
      control === pressedButton && index % 2 === 0 ? control.value : value,
    )
    yield { label: `all ${JSON.stringify(value.slice(0, 20))}`, body }
  }
}

/** Forms with missing, repeated, unknown or wrongly typed fields. */
function* malformedForms(controls: FormControl[]): Generator<Payload> {
  const [pressedButton = null] = submitButtons(controls)
  const validForm = () => buildForm(controls, pressedButton, validValue)
  yield { label: 'no fields', body: buildForm(controls, null, () => null) }
  const files = buildForm(controls, pressedButton, () => null)
  const repeated = buildForm(controls, pressedButton, () => null)
  for (const { name } of controls.filter((control) => !isHidden(control))) {
    files.append(name, new File(['<script>alert(1)</script>'], '../../x.html', { type: 'text/html' }))
    for (const value of [poisonText, '', 'x']) repeated.append(name, value)
  }
  yield { label: 'files instead of texts', body: files }
  yield { label: 'each field three times', body: repeated }
  for (const { name } of controls.filter((control) => /^\$ACTION_\d+:1$/.test(control.name))) {
    for (const value of ['["$undefined"]', '["00000000-0000-4000-8000-00000000000g"]']) {
      const body = validForm()
      body.set(name, value)
      yield { label: `${name} is ${value}`, body }
    }
  }
  for (const { name } of controls.filter(isIgnoredState)) {
    for (const value of malformedActionValues) {
      const body = validForm()
      body.set(name, value)
      yield { label: `${name} is ${value.slice(0, 40)}`, body }
    }
  }
  const many = validForm()
  for (let index = 0; index < 600; index += 1) many.append(`answers.__proto__.${index}`, 'x')
  yield { label: 'hundreds of unknown fields', body: many }
  const memberNames = validForm()
  for (const name of ['__proto__', 'constructor', 'answers.__proto__', 'answers.constructor'])
    memberNames.append(name, poisonText)
  yield { label: 'fields named after object members', body: memberNames }
}

/**
 * True if the arguments of an action are only the previous state of its form. Actions ignore that state, so a form with
 * another one is as valid as the real form.
 */
const isIgnoredState = ({ name, value }: FormControl) =>
  /^\$ACTION_\d+:1$/.test(name) && JSON.parse(value).length === 1 && typeof JSON.parse(value)[0] !== 'string'

/** Bodies that no page of the site could send. They must change nothing. */
function* forgedForms(controls: FormControl[], limit: number): Generator<Payload> {
  const [pressedButton = null] = submitButtons(controls)
  const validForm = () => buildForm(controls, pressedButton, validValue)
  const named = controls.filter((control) => /^\$ACTION_\d+:/.test(control.name) && !isIgnoredState(control))
  for (const { name } of named) {
    for (const value of malformedActionValues.slice(0, limit)) {
      const body = validForm()
      body.set(name, value)
      yield { label: `${name} is ${value.slice(0, 40)}`, body }
    }
    const without = validForm()
    without.delete(name)
    yield { label: `no ${name}`, body: without }
  }
  const large = validForm()
  large.set('x', 'x'.repeat(1_000_000))
  yield { label: 'a megabyte', body: large }
  for (const [type, body] of otherContentTypes.slice(0, limit)) yield { label: type, type, body }
}

const malformedActionValues = [
  '{{{',
  '{"then":"$1:__proto__:then","status":"resolved_model","value":"{\\"then\\":\\"$B1337\\"}"}',
  '',
  'null',
  '[{"__proto__":{"x":1}}]',
  '{"id":"__proto__","bound":"$@1"}',
  '["$1:__proto__:constructor:constructor"]',
  `[${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
]

const otherContentTypes: [type: string, body: Payload['body']][] = [
  ['application/json', '{"name":"x"}'],
  ['text/plain;charset=UTF-8', '[]'],
  ['application/x-www-form-urlencoded', `name=%00%ff&email=${'%'.repeat(50)}`],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="\r\nx"\r\n\r\n--x--'],
  [
    'multipart/form-data; boundary=x',
    Buffer.from('--x\r\ncontent-disposition: form-data; name="\xff"\r\n\r\n\xed\xa0\x80\x00\r\n--x--\r\n', 'latin1'),
  ],
  ['multipart/form-data', 'x'],
  [';;;', 'x'],
]

/** Returns what is sent to one form. `possible` may change rows; `forged` may not. */
export const payloadsFor = (controls: FormControl[], isFullRun: boolean) => ({
  possible: [
    ...poisonedFields(controls, isFullRun ? 9 : 1),
    ...floodedFields(controls, isFullRun ? payloadValues.length : 2),
    ...malformedForms(controls),
  ],
  forged: [...forgedForms(controls, isFullRun ? 99 : 2)],
})

/** Action arguments that no page of the site sends, in the encoding of React. */
export const badActionArguments: string[] = [
  '',
  '{{{',
  '[]',
  'null',
  '[null,null,null,null]',
  '[1e308,-1,{},[]]',
  '[{"toString":1,"valueOf":1},{"toString":1,"valueOf":1},{"toString":1,"valueOf":1},{}]',
  '["__proto__","constructor","toString","$undefined"]',
  '["00000000-0000-4000-8000-00000000000g","00000000-0000-4000-8000-00000000000g",{},{}]',
  `[${JSON.stringify(poisonText)},${JSON.stringify(poisonText)},{"status":"invalid"},${JSON.stringify(poisonText)}]`,
  '[{"__proto__":{"polluted":true}},{"constructor":{"prototype":{}}},{"then":{}},{}]',
  '["$NaN","$-Infinity","$D9999999999999","$n99999999999999999999999999999"]',
  '["$Q1","$W1","$K1","$B1"]',
  '["$F1","$S1","$@1","$R1"]',
  '["$1:__proto__:constructor:constructor","$1","$0","$2"]',
  '[{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B1337\\"}","_response":{"_prefix":"x","_formData":{"get":"$1:constructor:constructor"}}}]',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `["${'x'.repeat(60_000)}"]`,
]
