import { type FormLabels, labelledValues } from '@/components/registration-form/registration-copy'
import { dateAndTime } from '@/lib/platform/time'
import type { RegistrationValues } from '@/lib/registrations/schema'
import type { OwnChangeRefusal, OwnGuarantee, OwnStatus } from '@/lib/registrations/self-service/schema'

type GuaranteeContext = { deadline: Date; isWaitlisted: boolean }

/** Returns a text on whether a changed agenda question is sure to be discussed; empty if there is no agenda question. */
export function guaranteeText(guarantee: OwnGuarantee | null, { deadline, isWaitlisted }: GuaranteeContext): string {
  const before = `vóór ${dateAndTime(deadline)}`
  switch (guarantee) {
    case 'kept':
      return isWaitlisted
        ? `Je bent op tijd met je vraag. Dat blijft zo als je hem verandert ${before}. Krijg je een plek, dan komt hij zeker aan bod.`
        : `Je bent op tijd met je vraag. Dat blijft zo als je hem verandert ${before}: hij komt zeker aan bod.`
    case 'not-covered':
      return `De vragentermijn is voorbij. ${isWaitlisted ? 'Krijg je een plek, dan komt wat je op tijd vroeg zeker aan bod.' : 'Wat je op tijd vroeg, komt zeker aan bod.'} Verander je je vraag nu, dan geldt dat niet voor wat je verandert: dat behandelen we alleen als er ruimte voor is.`
    case 'none':
      return `Je vraag kwam na de vragentermijn. ${isWaitlisted ? 'Krijg je een plek, dan behandelen we hem' : 'We behandelen hem'} als er ruimte voor is. Dat blijft zo als je hem verandert.`
    case 'still-open':
      return isWaitlisted
        ? `Krijg je een plek, dan komt wat je ${before} nog vraagt of verandert zeker aan bod.`
        : `Wat je ${before} nog vraagt of verandert, komt zeker aan bod.`
    case 'too-late':
      return `Je bent niet meer op tijd met een vraag. Stel je er nu nog een${isWaitlisted ? ', en krijg je een plek' : ''}, dan behandelen we die alleen als er ruimte voor is.`
    case null:
      return ''
  }
}

const remainingText =
  'Je kunt alleen nog wijzigen of we contact met je mogen opnemen, en wat je nodig hebt. Wat je weghaalt, gebruiken we niet meer.'

/** Returns a notice of why only a part of a registration with this status can be changed. */
export function partialEditNotice(status: OwnStatus): { title: string; children: string } {
  switch (status) {
    case 'cancelled':
      return {
        title: 'Je bent afgemeld.',
        children: `${remainingText} Meld je je opnieuw aan, dan vul je alles opnieuw in.`,
      }
    case 'session-cancelled':
      return { title: 'Deze kennissessie gaat niet door.', children: remainingText }
    case 'session-over':
      return { title: 'Deze kennissessie is geweest.', children: remainingText }
    default:
      return {
        title: 'De vragenronde is gesloten.',
        children:
          'De organisator heeft het programma gemaakt. Je antwoorden kun je daarom niet meer wijzigen, de rest wel.',
      }
  }
}

export const changeRefusalCopy: Record<OwnChangeRefusal, { title: string; text: string }> = {
  'changed-meanwhile': {
    title: 'Je aanmelding is intussen al veranderd.',
    text: 'Door jou op een andere plek, of door een organisator. Er is nog niets bewaard van wat je hier typte. Bewaar je nog een keer, dan geldt wat in het formulier staat.',
  },
  'deadline-passed': {
    title: 'De vragentermijn is intussen voorbij.',
    text: 'Er is nog niets bewaard. Lees bij je vragen wat dat betekent. Bewaar je nog een keer, dan geldt wat je hier typte.',
  },
  'has-decision': {
    title: 'De organisator is al met je vraag bezig.',
    text: 'Je kunt hem daarom niet leegmaken. Veranderen kan wel. Er is nog niets bewaard: vul je vraag weer in, en bewaar nog een keer.',
  },
  locked: {
    title: 'Een deel hiervan kun je niet meer veranderen.',
    text: 'Dat is veranderd terwijl je deze pagina open had. Er is niets bewaard. Wat je nog wel kunt veranderen, staat hieronder.',
  },
  'unknown-municipality': {
    title: 'We kennen deze gemeente niet.',
    text: 'Er is nog niets bewaard. Kies je gemeente opnieuw uit de lijst, en bewaar nog een keer.',
  },
  'unknown-question': {
    title: 'De vragen zijn intussen veranderd.',
    text: 'Er is nog niets bewaard. Wat je invulde, staat er nog. Kijk de vragen na en bewaar nog een keer.',
  },
  unavailable: {
    title: 'Er ging iets mis bij ons.',
    text: 'Er is nog niets bewaard. Wat je invulde, staat er nog. Wacht een paar minuten en bewaar nog een keer.',
  },
}

/** Returns the labelled values of `shown` that differ from `compared`. */
export function differences(shown: RegistrationValues, compared: RegistrationValues, labels: FormLabels) {
  const terms = { contactWish: 'Contact over je vraag', needs: 'Wat je nodig hebt' }
  const comparedItems = labelledValues(compared, labels, terms)
  return labelledValues(shown, labels, terms)
    .filter(({ detail }, index) => detail !== comparedItems[index]?.detail)
    .map(({ term, detail }) => ({ term, detail: detail || 'Niets ingevuld' }))
}
