import type { Wish } from '../../actions.ts';

type SubscriptionWish = Extract<Wish, 'subscription' | 'unsubscribe' | 'mute'>;

/** How a text begins, without accents, that is about notices for oneself or for a channel. Politeness may stand before it. */
const POLITE =
  '(?:(?:jag|vi) vill |kan (?:jag|vi) (?:fa )?|jeg vil |vi vil |kan (?:jeg|vi) |(?:ik|we) wil(?:len)? (?:me |ons |graag )?|(?:i|we) (?:want|would like) to |can (?:i|we) |please |snalla |vennligst )?';
const ABOUT = new Map<SubscriptionWish, string>([
  [
    'unsubscribe',
    'avprenumerera|sluta prenumerera|avsluta (?:min |var )?prenumeration|meld (?:meg|oss) av|slutt a abonnere|avslutt (?:mitt |vart )?abonnement|afmelden|(?:mijn |ons )?abonnement opzeggen|opzeggen|unsubscribe|end (?:my |our )?subscription',
  ],
  [
    'mute',
    'tysta|tyst|pausa (?:driftinfo|driftmeddelanden|notiser|prenumerationen)|demp|demping|sla av varsler|dempen|meldingen dempen|mute',
  ],
  [
    'subscription',
    'prenumerera|(?:mina |var )?prenumeration|abonner|(?:mine |mitt |vart |mijn |ons )?abonnement|(?:zich |me )?abonneren|subscribe|(?:my |our )?subscription',
  ],
]);
/** What may follow: that it is about notices, here or there. Other things can be muted, and subscribed to, too. */
const NOTICES =
  '(?: (?:er|en|et|erna|ene|s|e|pa|til|til en|op|to|on|av|for|fra|van|voor|from|det|dette|har|her|hier|here|hit|kanalen|den|denne|deze|kanaal|this|the|channel|driftinfo(?:rmation)?|driftmeddelanden|driftsinformasjon|driftsmeldinger|storing(?:en|smeldingen)?|onderhoud|meldingen|notices|outages|outage|maintenance|updates|notiser|varsler|driftstopp|servicefonster|servicevinduer|driftsstans|i|in|een|dag|day|vecka|week|uke|en|a|mig|meg|me|prenumerationen|abonnementet))*';

const SHAPES = [...ABOUT].map(
  ([wish, words]) => [wish, new RegExp(`^${POLITE}(?:${words})\\p{L}{0,4}${NOTICES}$`, 'u')] as const,
);

/** What a whole text asks for about notices; null if it is about something else. @param plain its words without accents */
export function subscriptionWish(plain: string): SubscriptionWish | null {
  return SHAPES.find(([, shape]) => shape.test(plain))?.[0] ?? null;
}
