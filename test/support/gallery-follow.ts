import type { Message } from '../../src/conversation/messages.ts';
import { pingMessage } from '../../src/conversation/pings/words.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { say } from '../../src/locales/say.ts';
import type { Sending } from '../../src/ports/sender.ts';
import { choicesOf } from './conversation.ts';
import { KeepingSender } from './engine.ts';
import { Watch } from './escalations/watch.ts';
import { type OrderPerson, OrderTown } from './order-town.ts';
import { playbookFrom, shipped, shippedText } from './playbooks.ts';

/** What follows a report, in these languages. */
export type FollowLanguage = 'nb' | 'nl';

/** Cards of what becomes of a report, by their names, as the real runtime makes them. */
export type FollowMessages = Readonly<Record<string, Message>>;

const MORNING = Date.parse('2026-11-23T09:15:00+01:00');
const DAY = 86_400_000;
const SAYS: Readonly<
  Record<FollowLanguage, Readonly<Record<'hello' | 'fault' | 'printer' | 'why' | 'price' | 'bill', string>>>
> = {
  nl: {
    hello: 'hallo',
    fault: 'De mail doet het niet',
    printer: 'De printer doet het niet',
    why: 'De andere printer doet het nog',
    price: 'Hierbij onze offerte: € 300 voor een nieuwe centrale.',
    bill: 'Factuur 78: € 300',
  },
  nb: {
    hello: 'hei',
    fault: 'E-posten virker ikke',
    printer: 'Skriveren virker ikke',
    why: 'Den andre skriveren virker',
    price: 'Vedlagt tilbudet vårt: kr 3000 for en ny sentral.',
    bill: 'Faktura 78: kr 3000',
  },
};
const TAKEN: Sending = {
  outcome: 'sent',
  receipt: { reference: null, url: null, confirms: false, lost: [] },
};
const REFUSED: Sending = { outcome: 'failed', reason: 'the mail server answered 550', cause: 'refused' };

/** Every card of judging, waiting, ordering and pinging. */
export async function followMessages(language: FollowLanguage): Promise<FollowMessages> {
  return { ...(await urgent(language)), ...(await waiting(language)), ...(await pinged(language)) };
}

/** Somebody reports, those who answer for it have spoken. */
async function town(language: FollowLanguage) {
  const supplier = new KeepingSender();
  for (let i = 0; i < 20; i++) supplier.next.push(async () => TAKEN);
  const playbook = language === 'nl' ? shipped('kivido') : norwegian();
  const place = new OrderTown(playbook, MORNING, () => supplier);
  const [manager, directors, units] = [
    place.person('manager', 'manager-general-affairs'),
    place.person('directors', 'directors'),
    place.person('units', 'unit-managers'),
  ];
  for (const person of [manager, directors, units]) await person.says(SAYS[language].hello);
  return { place, supplier, manager, directors, units, teacher: place.person('teacher', 'employee') };
}

/** The same organisation in Norwegian, as far as its words stand on the cards. */
function norwegian(): Playbook {
  const words = [
    ['Manager Algemene Zaken', 'Leder for fellestjenester'],
    ['Leverancier Nemesys', 'Leverandøren Nemesys'],
    ['nl: Directie,', 'nl: Direktøren,'],
    ['nl: E-mail', 'nl: E-post'],
    ['nl: Medewerker', 'nl: Ansatt'],
    ['nl: Printer', 'nl: Skriver'],
    ['nl: [mail, outlook, mailbox]', 'nl: [epost, outlook]'],
    ['Komt er nog mail in of uit?', 'Kommer det e-post inn eller ut?'],
    ['Nee, niets in of uit', 'Nei, verken inn eller ut'],
    [/nl: "Beste ouders[^"]*"/, 'nl: "Kjære foreldre, {service} hos {organisation} virker ikke akkurat nå."'],
    [
      /nl: "\{service\} werkt[^"]*"/,
      'nl: "{service} virker ikke siden {since}. Leverandøren er koblet inn."',
    ],
  ] as const;
  const said = words.reduce(
    (text, [from, to]) => text.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to),
    shippedText('kivido'),
  );
  return playbookFrom(said.replaceAll('nl: ', 'nb: ').replace('languages: [nl, en]', 'languages: [nb, en]'));
}

async function urgent(language: FollowLanguage): Promise<FollowMessages> {
  const { place, supplier, manager, directors, units, teacher } = await town(language);
  const says = SAYS[language];
  try {
    await teacher.says(says.fault);
    await first(teacher);
    const judge = newest(manager);
    await manager.presses(say(language, 'case.do-urgent'));
    const spread = newest(units);
    const [{ order }] = supplier.deliveries.map(({ body }) => body as unknown as { order: string }) as [
      { order: string },
    ];
    const handedOn = newest(manager);
    await place.mail(order, { taken: 'confirmed' });
    const ordered = newest(manager);
    await place.mail(order, { taken: 'quote', text: says.price });
    const quote = newest(directors);
    await directors.presses(say(language, 'order-do.approve-quote'));
    await manager.presses(say(language, 'order-do.solve'));
    const solved = newest(teacher);
    await place.mail(order, { taken: 'invoice', text: says.bill });
    const invoice = newest(manager);
    return { judge, spread, 'handed-on': handedOn, order: ordered, quote, solved, invoice };
  } finally {
    await place.close();
  }
}

async function waiting(language: FollowLanguage): Promise<FollowMessages> {
  const { place, supplier, manager, teacher } = await town(language);
  supplier.next.length = 0;
  for (let i = 0; i < 20; i++) supplier.next.push(async () => REFUSED);
  try {
    await teacher.says(SAYS[language].printer);
    await first(teacher);
    await manager.presses(say(language, 'case.do-not-urgent'));
    await manager.says(SAYS[language].why);
    const judged = newest(manager, 'receipt');
    await place.waits(DAY + 60_000);
    const still = newest(teacher);
    await place.waits(DAY + 60_000);
    return { judged, 'still-there': still, 'order-failed': newest(manager) };
  } finally {
    await place.close();
  }
}

async function pinged(language: FollowLanguage): Promise<FollowMessages> {
  const day = await brought(language, '2026-11-23T10:00', 'it-lead', null);
  const taken = await brought(language, '2026-11-23T10:00', 'it-lead', 'acknowledge');
  const night = await brought(language, '2026-11-23T22:00', 'economy-head', null);
  return { ping: day, 'ping-taken': taken, 'ping-overtime': night };
}

async function brought(
  language: FollowLanguage,
  at: string,
  contact: string,
  deed: 'acknowledge' | null,
): Promise<Message> {
  const watch = new Watch(shipped('porsanger'), at);
  try {
    const [holder, nurse] = [await watch.holder(contact), watch.person('nurse', { site: 'helse-omsorg' })];
    await nurse.say('Pasientjournalen er nede, hele avdelingen står');
    await nurse.pressLabel('Full stans i produksjonen for en hel avdeling');
    const [report] = await watch.reports();
    if (report === undefined) throw new Error('nothing was reported');
    if (deed !== null) await holder.press(`ping:${report.id}:${deed}`);
    const escalation = await watch.escalation(report.id);
    if (escalation === null) throw new Error('nobody was pinged');
    const now = Temporal.Instant.fromEpochMilliseconds(watch.now).toZonedDateTimeISO(watch.playbook.timezone);
    const { playbook } = watch;
    return pingMessage({ playbook, escalation, reports: [report], contact, language, now });
  } finally {
    await watch.store.close();
  }
}

/** The first answer, whatever is asked, as often as something is. */
async function first(person: OrderPerson): Promise<void> {
  for (let i = 0; i < 6 && person.last?.message.kind === 'ask'; i++) {
    const [choice] = choicesOf(person.last.message);
    if (choice !== undefined) await person.presses(choice.label);
  }
}

/** The newest message of somebody, of a kind where that is asked. */
function newest(person: OrderPerson, kind: Message['kind'] | null = null): Message {
  const found = person.replies.findLast(({ message }) => kind === null || message.kind === kind);
  if (found === undefined) throw new Error('nothing was said');
  return found.message;
}
