import { dateAndTime } from '@/lib/platform/time'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import type { OwnChangeRefusal, OwnPromise } from '@/lib/registrations/schema-own'

/** What somebody must know of the promise before they change the question. */
export function promiseInWords(promise: OwnPromise | null, deadline: Date): string {
  switch (promise) {
    case 'kept':
      return `Je bent op tijd met je vraag. Dat blijft zo als je hem verandert vóór ${dateAndTime(deadline)}: hij komt zeker aan bod.`
    case 'not-covered':
      return 'De vragentermijn is voorbij. Wat je op tijd vroeg, komt zeker aan bod. Verander je je vraag nu, dan geldt dat niet voor wat je verandert: dat behandelen we alleen als er ruimte voor is.'
    case 'none':
      return 'Je vraag kwam na de vragentermijn. We behandelen hem als er ruimte voor is. Dat blijft zo als je hem verandert.'
    case null:
      return ''
  }
}

export const ownChangeRefusals: Record<OwnChangeRefusal, { lead: string; text: string }> = {
  'changed-meanwhile': {
    lead: 'Je aanmelding is intussen al veranderd.',
    text: 'Door jou op een andere plek, of door een organisator. Er is nog niets bewaard van wat je hier typte. Bewaar je nog een keer, dan geldt alles zoals het hieronder staat.',
  },
  'deadline-passed': {
    lead: 'De vragentermijn is intussen voorbij.',
    text: 'Er is nog niets bewaard. Lees bij je vragen wat dat betekent. Bewaar je nog een keer, dan geldt wat je hier typte.',
  },
  'has-decision': {
    lead: 'De organisator is al met je vraag bezig.',
    text: 'Je kunt hem daarom niet leegmaken. Veranderen kan wel.',
  },
  locked: {
    lead: 'Een deel hiervan kun je niet meer veranderen.',
    text: 'Dat is veranderd terwijl je deze pagina open had. Er is niets bewaard. Wat je nog wel kunt veranderen, staat hieronder.',
  },
  'unknown-municipality': { lead: 'We kennen deze gemeente niet.', text: 'Kies je gemeente opnieuw uit de lijst.' },
  'unknown-question': {
    lead: 'De vragen zijn intussen veranderd.',
    text: 'Wat je invulde, staat er nog. Kijk de vragen na en bewaar nog een keer.',
  },
  unavailable: {
    lead: 'Er ging iets mis bij ons.',
    text: 'Er is nog niets bewaard. Wat je invulde, staat er nog. Wacht een paar minuten en bewaar nog een keer.',
  },
}

type Labelled = { term: string; detail: string }

/** Each text that is not the same in both, as the first has it. */
export function differing(one: RegistrationValues, other: RegistrationValues, questions: FormQuestion[]): Labelled[] {
  const terms = {
    name: 'Naam',
    role: 'Functie',
    organisation: 'Naam van je organisatie',
    phone: 'Telefoonnummer',
  } as const
  const fields = [...(Object.keys(terms) as (keyof typeof terms)[])].map((field) => ({
    term: terms[field],
    detail: one[field],
    same: one[field] === other[field],
  }))
  const answers = questions.map(({ id, label }) => ({
    term: label,
    detail: one.answers[id] ?? '',
    same: (one.answers[id] ?? '') === (other.answers[id] ?? ''),
  }))
  const needs = { term: 'Wat je nodig hebt', detail: one.needs, same: one.needs === other.needs }
  return [...fields, ...answers, needs]
    .filter(({ same }) => !same)
    .map(({ term, detail }) => ({ term, detail: detail || 'Niets ingevuld' }))
}
