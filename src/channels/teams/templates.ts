import { createRequire } from 'node:module';
import ask from '../../../cards/ask.json' with { type: 'json' };
import call from '../../../cards/call.json' with { type: 'json' };
import confirm from '../../../cards/confirm.json' with { type: 'json' };
import dialog from '../../../cards/dialog.json' with { type: 'json' };
import form from '../../../cards/form.json' with { type: 'json' };
import menu from '../../../cards/menu.json' with { type: 'json' };
import notice from '../../../cards/notice.json' with { type: 'json' };
import choices from '../../../cards/parts/choices.json' with { type: 'json' };
import contact from '../../../cards/parts/contact.json' with { type: 'json' };
import facts from '../../../cards/parts/facts.json' with { type: 'json' };
import fields from '../../../cards/parts/fields.json' with { type: 'json' };
import heading from '../../../cards/parts/heading.json' with { type: 'json' };
import step from '../../../cards/parts/step.json' with { type: 'json' };
import ways from '../../../cards/parts/ways.json' with { type: 'json' };
import proposal from '../../../cards/proposal.json' with { type: 'json' };
import receipt from '../../../cards/receipt.json' with { type: 'json' };
import reports from '../../../cards/reports.json' with { type: 'json' };
import routine from '../../../cards/routine.json' with { type: 'json' };
import say from '../../../cards/say.json' with { type: 'json' };
import type { MessageKind } from '../../conversation/messages.ts';

/** What has a template: every kind of message, and what stands in a dialog. */
export type CardName = MessageKind | 'dialog';

const CARDS: Readonly<Record<CardName, unknown>> = {
  say,
  ask,
  confirm,
  call,
  receipt,
  routine,
  reports,
  notice,
  menu,
  form,
  proposal,
  dialog,
};
/** Pieces that several cards share: `{ "$part": "contact" }` stands for `cards/parts/contact.json`. */
const PARTS: Readonly<Record<string, unknown>> = { choices, contact, facts, fields, heading, step, ways };

/** What we use of the library. Its own types lead TypeScript into another library's sources, which fail our settings. */
interface Templating {
  readonly Template: new (
    card: unknown,
  ) => {
    expand(context: { $root: object }): unknown;
  };
}

const require = createRequire(import.meta.url);
const templates = new Map<CardName, InstanceType<Templating['Template']>>();

/** Fills a template. The data's texts are put in as they are: expressions in them are never evaluated. */
export function expand(name: CardName, data: object): unknown {
  const template = templates.get(name) ?? templateOf(name);
  templates.set(name, template);
  return template.expand({ $root: data });
}

function templateOf(name: CardName): InstanceType<Templating['Template']> {
  // Loaded with the first card: it takes longer than all else at start.
  const { Template } = require('adaptivecards-templating') as Templating;
  return new Template(withParts(CARDS[name]));
}

function withParts(node: unknown): unknown {
  if (Array.isArray(node)) return node.flatMap((item) => withParts(item));
  if (typeof node !== 'object' || node === null) return node;
  const { $part, ...own } = node as { $part?: string };
  const kept = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, withParts(value)]));
  if ($part === undefined) return kept;
  const part = withParts(PARTS[$part]);
  return Array.isArray(part) ? part : { ...(part as object), ...kept };
}
