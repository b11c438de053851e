import type { NoticeChannel } from '../../../domain/notices/rules.ts';
import {
  MUTED_FOR_GOOD,
  SUBSCRIPTION_LIMITS,
  type Subscription,
} from '../../../domain/notices/subscription.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { type Choice, MESSAGE_LIMITS } from '../../messages.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import {
  kindInWords,
  optionsOf,
  SUBSCRIPTION_FIELDS,
  type SubscriptionField,
  withChosen,
} from './subscription-fields.ts';

/** Choices of one question; the speaker's own unit, and what is chosen, come first. */
const MOST_OPTIONS = MESSAGE_LIMITS.choices - 2;

/** What this chat, or the channel that it is in, gets of IT's notices, and what can be changed. */
export function tellSubscription(talk: Talk): void {
  const byPlaybook = playbookChannel(talk);
  if (byPlaybook !== null) return tellByPlaybook(talk, byPlaybook);
  const { subscription } = talk;
  const where = talk.event.room === undefined ? 'person' : 'channel';
  if (subscription === null)
    return talk.tell({
      kind: 'menu',
      title: talk.say(`notice.sub-none-${where}`),
      text: talk.say(`notice.sub-explain-${where}`),
      choices: [talk.offer(talk.say('notice.sub-begin'), { do: 'subscribe' }, 'main')],
    });
  talk.tell({
    kind: 'menu',
    title: talk.say(`notice.sub-has-${where}`),
    text: inWords(talk, subscription).join('\n'),
    choices: [
      ...SUBSCRIPTION_FIELDS.filter((field) => optionsOf(talk, subscription, field).length > 1).map((field) =>
        talk.offer(talk.say(`notice.sub-change-${field}`), { do: 'ask-subscription', field }),
      ),
      talk.offer(talk.say('notice.sub-end'), { do: 'end-subscription' }, 'quiet'),
    ],
  });
}

/** A channel that gets notices because the organisation's playbook says so. */
function playbookChannel(talk: Talk): NoticeChannel | null {
  const { room } = talk.event;
  if (room === undefined) return null;
  const platform = room.conversation.split('/', 1)[0];
  return (
    talk.playbook.notices.channels.find(
      (channel) => channel.platform === platform && channel.channel === room.id,
    ) ?? null
  );
}

function tellByPlaybook(talk: Talk, channel: NoticeChannel): void {
  const language = talk.playbook.languages.find((each) => each === channel.language) ?? null;
  const text = [
    ...inWords(talk, { ...channel, language, mutedUntil: null }),
    talk.say('notice.sub-by-playbook'),
  ].join('\n');
  talk.tell({ kind: 'menu', title: talk.say('notice.sub-has-channel'), text });
}

type Chosen = Pick<Subscription, 'kinds' | 'sites' | 'services' | 'mutedUntil'> & {
  readonly language: Language | null;
};

function inWords(talk: Talk, { kinds, sites, services, language, mutedUntil }: Chosen): string[] {
  const { playbook } = talk;
  const names = (ids: readonly string[] | null, nameOf: (id: string) => string | null): string =>
    ids === null ? talk.say('notice.sub-all') : ids.map((id) => nameOf(id) ?? id).join(', ');
  const isMuted = mutedUntil !== null && mutedUntil > talk.now.epochMilliseconds;
  const spoken = language ?? playbook.languages[0];
  return [
    ...(isMuted ? [mutedInWords(talk, mutedUntil)] : []),
    talk.say('notice.sub-kinds', { what: kindInWords(talk, kinds) }),
    ...(playbook.sites.size === 0
      ? []
      : [talk.say('notice.sub-sites', { what: names(sites, (id) => talk.siteName(id)) })]),
    ...(playbook.services.size === 0
      ? []
      : [talk.say('notice.sub-services', { what: names(services, (id) => talk.serviceName(id)) })]),
    talk.say('notice.sub-language', { what: say(spoken, 'language.name') }),
  ];
}

function mutedInWords(talk: Talk, until: number): string {
  return until >= MUTED_FOR_GOOD
    ? talk.say('notice.sub-muted')
    : talk.say('notice.sub-muted-until', { until: sayMoment(talk, until) });
}

/** It gets notices from now on: at first those for the speaker's own unit. */
export function pressSubscribe(talk: Talk): boolean {
  if (talk.subscription === null && playbookChannel(talk) === null) keep(talk, newSubscription(talk));
  tellSubscription(talk);
  return true;
}

function newSubscription(talk: Talk): Subscription {
  const { room, conversation, from, known } = talk.event;
  const isPerson = room === undefined;
  const name = isPerson ? (known.identity?.name ?? from.user) : (room.name ?? room.id);
  return {
    destination: isPerson ? conversation : room.conversation,
    organisation: talk.playbook.organisation,
    source: isPerson ? 'person' : 'channel',
    name: cut(name, SUBSCRIPTION_LIMITS.name),
    user: isPerson ? from.user : null,
    language: talk.language,
    sites: talk.site === null ? null : [talk.site],
    ...{ services: null, kinds: null, mutedUntil: null, confirmed: true },
    since: talk.now.epochMilliseconds,
  };
}

/** Asks for one thing of it. What is chosen has a tick. */
export function askField(talk: Talk, field: SubscriptionField): boolean {
  const { subscription } = talk;
  if (subscription === null || playbookChannel(talk) !== null) return false;
  const options = optionsOf(talk, subscription, field).slice(0, MOST_OPTIONS);
  talk.tell({
    ...{ kind: 'ask', text: talk.say(`notice.sub-ask-${field}`), hint: null, picture: false },
    choices: [
      ...options.map(({ value, label, chosen }) =>
        talk.offer(chosen ? `✓ ${label}` : label, { do: 'set-subscription', field, value }),
      ),
      talk.offer(talk.say('notice.sub-done'), { do: 'wish', wish: 'subscription', service: null }, 'quiet'),
    ],
  });
  return true;
}

/** A value was chosen. Of lists more can be chosen; the question comes again. */
export function pressField(talk: Talk, field: SubscriptionField, value: string): boolean {
  const { subscription } = talk;
  const changed = subscription === null ? null : withChosen(talk, subscription, field, value);
  if (changed === null || playbookChannel(talk) !== null) return false;
  keep(talk, changed);
  const isList = field === 'sites' || field === 'services';
  if (isList) askField(talk, field);
  else tellSubscription(talk);
  return true;
}

/** It gets nothing any more. */
export function pressEnd(talk: Talk): boolean {
  const { subscription } = talk;
  if (subscription === null || playbookChannel(talk) !== null) return false;
  talk.want({ effect: 'drop-subscription', destination: subscription.destination });
  const choices: Choice[] = [talk.offer(talk.say('notice.sub-again'), { do: 'subscribe' })];
  talk.tell({ kind: 'say', text: talk.say('notice.sub-ended'), tone: 'plain', choices });
  return true;
}

/** "Unsubscribe" in words: in a channel others would miss it, so it is asked. */
export function unsubscribe(talk: Talk): void {
  if (talk.subscription === null || playbookChannel(talk) !== null) return tellSubscription(talk);
  talk.tell({
    kind: 'confirm',
    text: talk.say(talk.event.room === undefined ? 'notice.sub-sure-person' : 'notice.sub-sure-channel'),
    choices: [
      talk.offer(talk.say('notice.sub-end'), { do: 'end-subscription' }, 'main'),
      talk.offer(talk.say('notice.sub-change-mute'), { do: 'ask-subscription', field: 'mute' }),
      talk.offer(talk.say('cancel.keep'), { do: 'wish', wish: 'subscription', service: null }, 'quiet'),
    ],
  });
}

/** "Mute" in words. */
export function askMute(talk: Talk): void {
  if (!askField(talk, 'mute')) tellSubscription(talk);
}

function keep(talk: Talk, subscription: Subscription): void {
  talk.want({ effect: 'keep-subscription', subscription });
}
