import { NOTICE_LIMITS, type Notice } from '../../domain/notices/notice.ts';
import { isOpen, outageOf, spanOf } from '../../domain/notices/view.ts';
import type { Service } from '../../domain/organisation/site.ts';
import { OUTAGE_LIMITS, type Outage, type OutageProposal } from '../../domain/reports/outage.ts';
import { LOCALE_TAGS } from '../../locales/say.ts';
import type { Choice } from '../messages.ts';
import { command } from '../notices/command.ts';
import { Line } from '../notices/reading/line.ts';
import { takeNames } from '../notices/reading/what.ts';
import { cut } from '../plain-text/clean.ts';
import type { Talk } from '../talk.ts';
import { chosenAmong } from '../understanding/answers/choice.ts';
import { understand } from '../understanding/understand.ts';
import { writingChoices } from './authoring/begin.ts';
import { deedChoice, tellManage } from './authoring/manage.ts';
import { askSecond } from './authoring/send.ts';
import { noticeFor } from './notices/known.ts';
import { titleOf } from './receipt.ts';

const MOST_SHOWN = 8;
/** Beside the other choices of the desk. */
const MOST_SERVICES = 20;
/** Of several services that are named at once, beside the first; each is offered by itself too. */
const MOST_OTHERS = 5;

/** What IT's desk sees: what waits for its decision, what is announced, and what it could announce. */
export function tellDesk(talk: Talk): void {
  const { proposals } = talk.event.known;
  for (const proposal of proposals.slice(0, MOST_SHOWN)) tellProposal(talk, proposal);
  for (const notice of waitingNotices(talk).slice(0, MOST_SHOWN)) tellManage(talk, notice);
  for (const outage of talk.outages().slice(0, MOST_SHOWN)) tellOutageToDesk(talk, outage);
  for (const window of openWindows(talk).slice(0, MOST_SHOWN)) tellManage(talk, window);
  const services = [...talk.playbook.services.values()].slice(0, MOST_SERVICES);
  talk.tell({
    kind: 'menu',
    title: talk.say('desk.title', { name: talk.playbook.name }),
    text: talk.say('desk.text'),
    choices: [
      ...draftChoice(talk),
      ...writingChoices(talk),
      ...services.map(({ id, name }) =>
        talk.offer(talk.say('desk.announce-service', { service: talk.local(name) }), {
          ...{ do: 'announce-service', service: id },
        }),
      ),
    ],
  });
}

/** What somebody at the desk was writing. */
function draftChoice(talk: Talk): Choice[] {
  const draft = [talk.flow, ...talk.left].find((flow) => flow?.name === 'notice');
  return draft == null
    ? []
    : [talk.offer(talk.say('author.go-on'), { do: 'resume', flow: draft.begun }, 'main')];
}

/** What waits for a second person; of what comes again the first. */
function waitingNotices(talk: Talk): readonly Notice[] {
  const waiting = talk.notices().filter(({ publication }) => publication === 'to-confirm');
  const series = new Map(
    waiting
      .toReversed()
      .map((notice) => [(notice.kind === 'maintenance' && notice.series) || notice.id, notice]),
  );
  return [...series.values()].toReversed();
}

/** Windows that are announced or under way, the next first. */
function openWindows(talk: Talk): readonly Notice[] {
  const now = talk.now.epochMilliseconds;
  return talk
    .notices()
    .filter((notice) => notice.kind === 'maintenance' && isOpen(notice, now))
    .sort((a, b) => spanOf(a).from - spanOf(b).from);
}

/** A proposal has come. Two people who reported at the same moment made one each: the second joins the first. */
export function hearProposal(talk: Talk, proposal: OutageProposal): void {
  if (proposal.from !== undefined) return hearServed(talk, proposal);
  const same = talk.event.known.proposals.find(
    ({ id, at, service, site }) =>
      id !== proposal.id && at <= proposal.at && service === proposal.service && site === proposal.site,
  );
  if (same === undefined) return tellProposal(talk, proposal);
  const reports = [...new Set([...same.reports, ...proposal.reports])].slice(0, OUTAGE_LIMITS.reports);
  talk.want({ effect: 'keep-proposal', proposal: { ...same, reports } });
  talk.want({ effect: 'keep-proposal', proposal: { ...proposal, state: 'dismissed' } });
}

/** From an organisation that this department serves: kept here too, so that it can be announced; more reports add to it. */
function hearServed(talk: Talk, proposal: OutageProposal): void {
  const isKnown = talk.proposal(proposal.id) !== null;
  talk.want({ effect: 'keep-proposal', proposal });
  if (!isKnown) tellProposal(talk, proposal);
}

/** The department has decided on what reports here proposed. What it announces comes as a notice of its own. */
export function hearDecided(talk: Talk, id: string, state: 'announced' | 'dismissed'): void {
  const proposal = talk.proposal(id);
  if (proposal !== null) talk.want({ effect: 'keep-proposal', proposal: { ...proposal, state } });
}

/** Reports that may be one outage. */
function tellProposal(talk: Talk, proposal: OutageProposal): void {
  const service = talk.serviceName(proposal.service) ?? talk.say('desk.unknown-service');
  const place = talk.siteName(proposal.site);
  const values = { service, count: proposal.reports.length, place: place ?? talk.say('desk.unknown-place') };
  const reports = talk.event.known.recent.filter(({ id }) => proposal.reports.includes(id));
  talk.tell({
    kind: 'proposal',
    title: talk.say('desk.proposal', { service }),
    text: talk.say(
      proposal.because === 'everybody' ? 'desk.because-everybody' : 'desk.because-reports',
      values,
    ),
    reports: reports.map((report) => ({ reference: report.id, text: titleOf(talk, report) })),
    choices: [
      talk.offer(talk.say('desk.announce'), { do: 'announce', proposal: proposal.id }, 'main'),
      talk.offer(talk.say('author.write-first'), {
        ...{ do: 'write-notice', kind: 'outage', template: null, proposal: proposal.id },
      }),
      talk.offer(talk.say('desk.dismiss'), { do: 'dismiss', proposal: proposal.id }),
    ],
  });
}

export function pressAnnounce(talk: Talk, id: string): boolean {
  const proposal = talk.proposal(id);
  if (proposal === null) return false;
  talk.want({ effect: 'keep-proposal', proposal: { ...proposal, state: 'announced' } });
  const { service, site } = proposal;
  announce(talk, service === null ? [] : [service], site === null ? null : [site], proposal.id);
  return true;
}

export function pressDismiss(talk: Talk, id: string): boolean {
  const proposal = talk.proposal(id);
  if (proposal === null) return false;
  talk.want({ effect: 'keep-proposal', proposal: { ...proposal, state: 'dismissed' } });
  talk.note('desk.dismissed');
  return true;
}

export function announce(
  talk: Talk,
  services: readonly string[],
  sites: readonly string[] | null,
  proposal: string | null = null,
): void {
  const since = talk.now.epochMilliseconds;
  const draft = {
    ...{ title: {}, text: {}, meanwhile: {}, services, sites, since, proposal },
    ...{ long: false, wait: true, nextWord: null, routine: null, asksRead: false },
  };
  const applied = command(talk, null, { do: 'publish-outage', draft });
  if (applied.outcome !== 'done' || applied.notice.kind !== 'outage') return;
  if (applied.notice.publication === 'to-confirm') return askSecond(talk, applied.notice);
  talk.note('desk.announced', {}, 'good');
  askWord(talk, outageOf(applied.notice));
}

/** The latest word, the declaration that it will be long, or its end. */
export function pressOutage(talk: Talk, id: string, change: 'word' | 'long' | 'over'): boolean {
  const notice = talk.outageNotice(id);
  if (notice === null) return false;
  if (notice.origin !== undefined) {
    talk.note('notice-fault.not-yours');
    return true;
  }
  if (change === 'word') {
    askWord(talk, outageOf(notice));
    return true;
  }
  if (change === 'over') {
    command(talk, notice, { do: 'resolve', text: {}, retrospect: {} });
    talk.note('desk.declared-over', {}, 'good');
    return true;
  }
  command(talk, notice, { do: 'update', long: true, important: true });
  talk.note('desk.declared-long', {}, 'good');
  tellChanged(talk, id);
  return true;
}

function tellChanged(talk: Talk, id: string): void {
  const changed = talk.outageNotice(id);
  if (changed !== null) tellOutageToDesk(talk, outageOf(changed));
}

/** IT's word about an outage, as it was written. */
export function hearWord(talk: Talk, id: string, text: string): void {
  talk.flow = null;
  const notice = talk.outageNotice(id);
  if (notice === null) return talk.note('outage.over-now');
  const word = { [talk.language]: cut(text, NOTICE_LIMITS.text) };
  command(talk, notice, { do: 'update', text: word, important: false });
  talk.note('desk.word-kept', {}, 'good');
  tellChanged(talk, id);
}

/** At the desk one names services to announce their outage; anything else shows what there is. */
export function hearAtDesk(talk: Talk, text: string): void {
  const services = [...talk.playbook.services.values()];
  const labels = services.map(({ name }) => talk.local(name));
  const chosen = chosenAmong(talk.language, text, labels);
  const named =
    chosen === null ? understand(talk.playbook, talk.language, text).service : services[chosen]?.id;
  const service = talk.playbook.services.get(named ?? '');
  if (service === undefined) return tellDesk(talk);
  const others = othersNamed(talk, text, service.id);
  const names = [service, ...others].map(({ name }) => talk.local(name));
  const all = { do: 'announce-service', service: service.id, others: others.map(({ id }) => id) } as const;
  talk.tell({
    kind: 'confirm',
    text: talk.say('desk.ask-announce', {
      service: new Intl.ListFormat(LOCALE_TAGS[talk.language]).format(names),
    }),
    choices: [
      talk.offer(talk.say('desk.announce'), all, 'main'),
      ...(others.length === 0 ? [] : [service, ...others]).map(({ id, name }) =>
        talk.offer(talk.say('desk.announce-service', { service: talk.local(name) }), {
          ...{ do: 'announce-service', service: id },
        }),
      ),
      talk.offer(talk.say('flow.cancel'), { do: 'wish', wish: 'help', service: null }, 'quiet'),
    ],
  });
}

/** Further services that a text names word for word: "Treserva and TES are down". */
function othersNamed({ playbook }: Talk, text: string, first: string): readonly Service[] {
  const named = takeNames(playbook, new Line(text)).services;
  if (!named.includes(first)) return [];
  const others = named.filter((id) => id !== first).slice(0, MOST_OTHERS);
  return others.map((id) => playbook.services.get(id)).filter((service) => service !== undefined);
}

function askWord(talk: Talk, outage: Outage): void {
  talk.flow = { name: 'word', begun: talk.number, outage: outage.id };
  talk.tell({
    kind: 'ask',
    text: talk.say('desk.ask-word'),
    hint: talk.say('desk.hint-word'),
    picture: false,
    choices: outageChoices(talk, outage),
  });
}

function tellOutageToDesk(talk: Talk, outage: Outage): void {
  const hits = talk.event.known.hits[outage.id] ?? 0;
  const notice = talk.outageNotice(outage.id);
  if (notice === null) return;
  const message = noticeFor(talk, notice);
  talk.tell({
    ...message,
    facts: [...message.facts, { label: talk.say('desk.hits'), value: String(hits) }],
    advice: [],
    choices:
      notice.origin === undefined
        ? [
            talk.offer(talk.say('desk.word'), { do: 'outage', outage: outage.id, change: 'word' }, 'main'),
            ...outageChoices(talk, outage),
            deedChoice(talk, notice, 'open', 'quiet', null, 'author.manage'),
          ]
        : [],
  });
}

function outageChoices(talk: Talk, { id, long }: Outage): Choice[] {
  return [
    ...(long ? [] : [talk.offer(talk.say('desk.long'), { do: 'outage', outage: id, change: 'long' })]),
    talk.offer(talk.say('desk.over'), { do: 'outage', outage: id, change: 'over' }),
  ];
}
