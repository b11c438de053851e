import type { Playbook } from '../organisation/playbook.ts';
import { deedsNow, mayDo } from './authority.ts';
import {
  type OrderApplied,
  type OrderCommand,
  type OrderContext,
  type OrderDeed,
  WORDED_DEEDS,
} from './commands.ts';
import { cancelled, doDeed } from './deeds.ts';
import { done } from './done.ts';
import { nextChase, ruleOf } from './due.ts';
import { entered } from './history.ts';
import { takeMail } from './mail.ts';
import { isOver, type Order } from './order.ts';
import { passOn } from './pass-on.ts';

type OwnCommand = Exclude<OrderCommand, { do: OrderDeed }>;

/**
 * Does something with an order. Pure. What was done already is done again without any news; what is not for whoever does
 * it, or not for now, is refused, and the first of these is written down.
 */
export function applyOrder(
  playbook: Playbook,
  order: Order,
  command: OrderCommand,
  context: OrderContext,
): OrderApplied {
  return isDeed(command)
    ? applyDeed(playbook, order, command, context)
    : applyOwn(playbook, order, command, context);
}

function isDeed(command: OrderCommand): command is { readonly do: OrderDeed; readonly text?: string } {
  return !OWN.includes(command.do as OwnCommand['do']);
}

const OWN: readonly OwnCommand['do'][] = [
  'handed',
  'perhaps-handed',
  'handing-failed',
  'mail',
  'status',
  'word-failed',
  'withdrawn',
  'tick',
];

function applyDeed(
  { handOffs }: Playbook,
  order: Order,
  { do: deed, text = '' }: { readonly do: OrderDeed; readonly text?: string },
  context: OrderContext,
): OrderApplied {
  if (!mayDo(handOffs, order, deed, context.by)) {
    const audited = entered(order, context.at, 'refused', context.by, {}, deed);
    return { outcome: 'refused', why: 'not-yours', order: audited };
  }
  if (deed === 'show') return done(order, []);
  if (!deedsNow(order, handOffs).includes(deed)) return { outcome: 'refused', why: 'not-now', order };
  const isWorded = (WORDED_DEEDS as readonly OrderDeed[]).includes(deed);
  if (isWorded && text.trim() === '') return { outcome: 'refused', why: 'text-missing', order };
  if (deed === 'pass-to') return passOn(handOffs, order, text.trim(), context);
  return doDeed(order, deed, text.trim(), context);
}

function applyOwn(
  playbook: Playbook,
  order: Order,
  command: OwnCommand,
  context: OrderContext,
): OrderApplied {
  switch (command.do) {
    case 'handed':
      return handed(order, command, context);
    case 'perhaps-handed':
      return perhaps(order, command.reason, context);
    case 'handing-failed':
      return failed(order, command.reason, context);
    case 'mail':
      return takeMail(order, command.mail, context);
    case 'status':
      return status(order, command, context);
    case 'word-failed':
      return wordFailed(order, command, context);
    case 'withdrawn':
      return isOver(order) ? done(order, []) : cancelled(order, '', context);
    case 'tick':
      return tick(playbook, order, context);
  }
}

/** Somebody has said meanwhile that the supplier has it: that stays. */
function isOnItsWay({ handing, state }: Order): boolean {
  return handing === 'waiting' && state === 'ordering';
}

function handed(
  order: Order,
  { external, confirms }: Extract<OwnCommand, { do: 'handed' }>,
  { at, by }: OrderContext,
): OrderApplied {
  if (order.handing !== 'waiting') return done(order, []);
  if (order.state !== 'ordering') return done({ ...order, handing: 'handed-over', external }, []);
  const change = { handing: 'handed-over', external, handedAt: at, chaseFrom: at, reason: null } as const;
  const state = confirms ? 'confirmed' : 'ordered';
  const text = external?.reference ?? null;
  const handedOver = entered(order, at, 'handed-over', by, { ...change, state }, text);
  return done(handedOver, [
    { to: 'reporter', how: 'tells' },
    { to: 'managers', how: 'tells' },
  ]);
}

function perhaps(order: Order, reason: string, { at, by }: OrderContext): OrderApplied {
  if (!isOnItsWay(order)) return done(order, []);
  const change = { state: 'ordered', handing: 'perhaps', reason, handedAt: at, chaseFrom: at } as const;
  return done(entered(order, at, 'perhaps', by, change), [{ to: 'managers', how: 'asks' }]);
}

function failed(order: Order, reason: string, { at, by }: OrderContext): OrderApplied {
  if (!isOnItsWay(order)) return done(order, []);
  const change = { handing: 'failed', reason } as const;
  return done(entered(order, at, 'failed', by, change), [
    { to: 'managers', how: 'asks' },
    { to: 'reporter', how: 'tells' },
  ]);
}

function wordFailed(
  order: Order,
  { word, reason }: Extract<OwnCommand, { do: 'word-failed' }>,
  { at, by }: OrderContext,
): OrderApplied {
  return done(entered(order, at, 'word-failed', by, { reason }, word), [{ to: 'managers', how: 'asks' }]);
}

/** The ticket system's own words; solved there, it is for the reporter to judge. */
function status(
  order: Order,
  { status: word, solved }: Extract<OwnCommand, { do: 'status' }>,
  context: OrderContext,
): OrderApplied {
  const isNew = word !== null && word !== order.status;
  const named: Order = isNew
    ? entered(order, context.at, 'status', { kind: 'supplier' }, { status: word }, word)
    : order;
  // Solved once and not to satisfaction: the system has to say anew that it is worked on before it can be solved again.
  const isOpen = ['ordered', 'confirmed', 'in-work'].includes(order.state);
  if (solved && isOpen && (isNew || order.reopened === 0))
    return doDeed(named, 'solve', '', { ...context, by: { kind: 'supplier' } });
  return done(named, isNew && isOpen ? [{ to: 'reporter', how: 'tells' }] : []);
}

/** The confirmation has not come within the playbook's time: it is asked for, and in the end the manager is left with it. */
function tick(playbook: Playbook, order: Order, { at, by }: OrderContext): OrderApplied {
  const rule = ruleOf(playbook, order);
  const due = nextChase(rule, order);
  if (rule === null || due === null || due > at) return done(order, []);
  const chased = order.chased + 1;
  const change = { chased, chaseFrom: at };
  if (chased > rule.chases) return done({ ...order, ...change }, [{ to: 'managers', how: 'asks' }]);
  return done(
    entered(order, at, 'chased', by, change),
    [{ to: 'managers', how: 'tells' }],
    // Whoever sent it by hand asks by hand.
    order.way === 'mail' && order.handing !== 'by-hand' ? 'chase' : null,
  );
}
