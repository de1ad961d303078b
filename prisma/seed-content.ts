/** Texts of the sample sessions. `body` and `audience` are Markdown. */
export const seedContent = {
  title: 'Kennissessie: aan de slag gaan en blijven met inclusief gemeentebeleid',
  summary:
    'In deze online kennissessie staan de vragen van jouw gemeente voorop. Experts van Movisie denken met je mee: over inclusief beleid, over draagvlak en over de achtergrond.',
  organisedBy: 'Movisie',
  contactName: 'Lotte Kronenburg',
  contactEmail: 'l.kronenburg@movisie.nl',
  body: `## Waarom deze sessie?

Veel gemeenten kiezen voor inclusief beleid. Ze willen dat alle inwoners gelijkwaardig meedoen en zich thuis voelen. De ene gemeente zoekt nog naar een eerste stap. De andere is al begonnen en twijfelt: gaan we de goede kant op?

Inclusie staat op steeds meer agenda's: van organisaties, van scholen en van gemeenten. Bij gemeenten begint het vaak met een verdrag, zoals het VN-verdrag Handicap. Of met het nieuws, bijvoorbeeld over geweld tegen lhbti+ personen.

Hoe het bij jullie ook begon: in deze kennissessie gaat het eerst over de vragen van jouw gemeente.

## Stappenplan Inclusief Beleid

Hoe begint een gemeente met inclusief beleid? En hoe zorg je dat het geen los dossier blijft, maar iets van de hele gemeente wordt? Movisie maakte de afgelopen jaren twee hulpmiddelen: het *diversiteitsvlechtwerk* en het *Stappenplan Inclusief Beleid*. Daarmee ga je stap voor stap van beleid voor doelgroepen naar inclusief beleid.

Uit recent onderzoek van Movisie blijkt: het stappenplan helpt, maar het blijft een worsteling. Deze vragen komen steeds terug:

- Je beleid houdt rekening met mensen met een beperking, of met een bepaalde achtergrond. Wat betekent dat voor de andere factoren van diversiteit?
- Mag je in inclusief beleid factoren weglaten?
- Hoe houd je rekening met alle factoren, zonder terug te vallen in beleid voor doelgroepen?

![Twaalf genummerde, gekleurde stroken zijn door elkaar gevlochten. Onder de tekening staat wat elke strook is.](/beelden/diversiteitsvlechtwerk.svg "Het diversiteitsvlechtwerk: twaalf factoren die met elkaar verweven zijn. Bron: Movisie, eigen tekening.")

### Wat je op de tekening ziet

Twaalf gekleurde stroken zijn door elkaar gevlochten. Strook 1 tot en met 6 lopen van boven naar beneden, strook 7 tot en met 12 van links naar rechts. Elke strook gaat om de beurt over een andere heen en onder een andere door. Elke strook is een factor: iets waarin mensen van elkaar verschillen.

1. leeftijd
2. uiterlijke kenmerken
3. sociaal-culturele achtergrond
4. gender en sekse
5. financiële situatie
6. gezondheid
7. levensbeschouwing
8. opleidingsniveau
9. seksuele oriëntatie
10. sociale status
11. taal en geletterdheid
12. arbeidsparticipatie

Geen strook ligt los: ze houden elkaar op hun plek. Trek je er één uit, dan wordt het hele vlechtwerk losser. Zo is het ook bij mensen. In ieder van ons komen alle twaalf factoren samen. Beleid dat op één factor let, raakt dus ook de andere.`,
  audience: `Je werkt bij een gemeente en inclusief beleid hoort bij je portefeuille of je taak. Of dat wordt binnenkort zo.

- **Ben je al op weg en heb je vragen?** Dan helpt deze sessie je verder.
- **Begin je binnenkort en ben je nog aan het zoeken?** Dan hoor je hier hoe je kunt beginnen.`,
  questions: [
    {
      label: 'Waar staat jouw gemeente nu met inclusief beleid?',
      hint: 'Bijvoorbeeld: we zoeken nog, we hebben een plan of we zijn al bezig.',
    },
    {
      label: 'Welke vraag wil je in de kennissessie behandeld zien?',
      hint: 'Schrijf je vraag op zoals je hem aan een collega stelt.',
      isAgendaQuestion: true,
    },
    {
      label: 'Wat heb je al geprobeerd, en wat maakt het lastig?',
      hint: 'Een paar zinnen zijn genoeg.',
    },
  ],
}
