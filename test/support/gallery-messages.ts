import type { Message, MessageKind } from '../../src/conversation/messages.ts';
import { choicesOf, type Person, Town } from './conversation.ts';
import { shipped } from './playbooks.ts';

/** A message of the gallery, and what is pressed on it; null if there is nothing to press. */
export interface Shown {
  readonly message: Message;
  readonly chosen: string | null;
}

/** One message of every kind, as the bot says it to people of Porsanger and Falkenberg with the shipped playbooks. */
export function galleryMessages(): Readonly<Record<MessageKind, Shown>> {
  return { ...porsanger(), ...falkenberg() };
}

function porsanger() {
  const town = new Town(shipped('porsanger'), '2026-11-23T10:00');
  const nurse = town.person('anna', { site: 'helse-omsorg', locale: 'nb' });
  nurse.say('hei');
  const menu = shown(nurse, 'menu', 'Hvem ringer jeg nå?');
  nurse.say('Pasientjournalen er nede, hele avdelingen står');
  const ask = shown(nurse, 'ask', 'Full stans i produksjonen for en hel avdeling');
  nurse.press('Full stans');
  const call = shown(nurse, 'call', 'Ja, jeg har snakket med noen');
  nurse.press('Ja, jeg har snakket');
  const say = shown(nurse, 'say', null);
  const address = 'https://bot.example.org/pictures/2041';
  nurse.happen({ kind: 'said', text: '', pictures: [{ name: 'IMG_2041.jpg', address }] });
  nurse.press('Det holder');
  const receipt = shown(nurse, 'receipt', 'Endre noe');
  ordinary(nurse, 'Skriveren på vaktrommet tar ikke papir');
  town.now = town.now.add('P1D');
  ordinary(nurse, 'Jeg kommer ikke inn i e-posten');
  nurse.say('mine meldinger');
  const reports = shown(nurse, 'reports', null);
  nurse.press('E-post');
  nurse.press('Trekk meldingen');
  const confirm = shown(nurse, 'confirm', 'Nei, behold den');
  return { menu, ask, call, say, receipt, reports, confirm, proposal: proposal() };
}

function ordinary(person: Person, text: string): void {
  person.say(text);
  person.press('Det gjelder bare meg');
  person.press('Det holder');
  person.press('Ja, det er meldt');
}

/** Three people report the same within minutes, each for themselves. */
function proposal(): Shown {
  const town = new Town(shipped('porsanger'), '2026-11-23T10:00');
  for (const [user, text] of [
    ['berit', 'Jeg kommer ikke inn i e-posten'],
    ['carl', 'E-posten henger og jeg får ikke sendt noe'],
    ['dina', 'Får ikke åpnet e-post på noen av maskinene'],
  ] as const) {
    town.now = town.now.add('PT4M');
    ordinary(town.person(user, { site: 'helse-omsorg', locale: 'nb' }), text);
  }
  return shown(town.desk, 'proposal', 'Meld driftsstans');
}

function falkenberg() {
  const town = new Town(shipped('falkenberg'), '2026-11-23T07:30');
  const planner = town.person('eva', { role: 'planner', locale: 'sv' });
  planner.say('vad är rutinen när IntraPhone web ligger nere?');
  planner.press('Prova en annan dator');
  const routine = shown(planner, 'routine', null);
  town.desk.say('IntraPhone-appen');
  town.desk.press('Meddela driftstopp');
  town.desk.say('Vi felsöker tillsammans med leverantören. Nytt besked klockan 9.');
  const worker = town.person('ida', { role: 'care-worker', locale: 'sv' });
  worker.say('Appen fungerar inte');
  const notice = shown(worker, 'notice', 'Jag också');
  worker.say('om mig');
  return { routine, notice, form: shown(worker, 'form', 'Spara') };
}

/** The newest message of a kind that somebody was told. */
function shown(person: Person, kind: MessageKind, chosen: string | null): Shown {
  const message = person.transcript.map((reply) => reply.message).findLast((each) => each.kind === kind);
  if (message === undefined) throw new Error(`no ${kind} was said; the last message was:\n${person.text}`);
  if (chosen !== null && !choicesOf(message).some(({ label }) => label === chosen))
    throw new Error(`a ${kind} does not offer "${chosen}"`);
  return { message: JSON.parse(JSON.stringify(message).replace(/TEST-\d+/g, lifelike)), chosen };
}

const LETTERS = 'K7M2QX4P3FJD88WNH6WB2KNE';

/** A reference as it looks in service, the same for the same one of a test. */
export function lifelike(reference: string): string {
  const at = (Number(reference.slice('TEST-'.length)) * 5) % (LETTERS.length - 8);
  return `${LETTERS.slice(at, at + 4)}-${LETTERS.slice(at + 4, at + 8)}`;
}
