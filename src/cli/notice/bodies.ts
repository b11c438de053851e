import type { Terminal } from '../terminal.ts';
import { momentOf, stretchOf, textOf } from './body.ts';
import type { Desk } from './desk.ts';

/** What the service is sent for a new outage. */
export function outageBody(terminal: Terminal, desk: Desk): object {
  const { playbook, options } = desk;
  const {
    service = [],
    site = null,
    since,
    next,
  } = options as {
    service?: string[];
    site?: string[] | null;
    since?: string;
    next?: string;
  };
  return {
    ...{ kind: 'outage', services: service, sites: site, ...wordsOf(desk) },
    ...(since !== undefined && { since: momentOf('--since', since, playbook, terminal) }),
    ...(next !== undefined && { nextWord: momentOf('--next', next, playbook, terminal) }),
    ...{ long: options.long === true, wait: options.contactAtOnce !== true },
  };
}

/** … for a maintenance window. */
export function windowBody(terminal: Terminal, desk: Desk): object {
  const { playbook, options } = desk;
  const {
    part = [],
    support = [],
    service,
    site,
  } = options as {
    part?: string[];
    support?: string[];
    service?: string[];
    site?: string[];
  };
  return {
    ...{ kind: 'maintenance', shortNotice: options.shortNotice === true, ...wordsOf(desk) },
    parts: part.map((text) => {
      const { words, ...rest } = stretchOf('--part', text, playbook, terminal);
      const hit = { services: service ?? [], sites: site ?? null };
      return { ...hit, ...rest, ...(words !== undefined && { effect: words }) };
    }),
    support: support.map((text) => {
      const { words, ...rest } = stretchOf('--support', text, playbook, terminal);
      return { ...rest, ...(words !== undefined && { text: words }) };
    }),
  };
}

function wordsOf({ playbook, options }: Desk): object {
  const { title, meanwhile, routine } = options as Readonly<Record<string, string | undefined>>;
  const text = textOf(playbook, options);
  return {
    ...(text !== undefined && { text }),
    ...(title !== undefined && { title }),
    ...(meanwhile !== undefined && { meanwhile }),
    ...(routine !== undefined && { routine }),
    asksRead: options.askRead === true,
  };
}

/** … for a change of one that is there. */
export function changeBody(terminal: Terminal, { playbook, options }: Desk): object {
  const text = textOf(playbook, options);
  const { next, to, phase, part, update } = options as Readonly<Record<string, string | undefined>>;
  return {
    ...(text !== undefined && { text }),
    ...(phase !== undefined && { phase }),
    ...(part !== undefined && { part }),
    ...(update !== undefined && { update }),
    ...(options.long === true && { long: true }),
    ...(options.important === true && { important: true }),
    ...(next !== undefined && { nextWord: momentOf('--next', next, playbook, terminal) }),
    ...(to !== undefined && { to: momentOf('--to', to, playbook, terminal) }),
  };
}
