import type { Audience } from '../../conversation/notices/words.ts';
import { type Reason, reasonText } from '../../domain/notices/cause.ts';
import { EVERYWHERE, type Notice } from '../../domain/notices/notice.ts';
import type { Subscription } from '../../domain/notices/subscription.ts';
import { noticeConcerns } from '../../domain/notices/view.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Json } from '../../ports/store/json.ts';
import type { Delivery, NewDelivery } from '../../ports/store/outbox.ts';
import { deliveryOf, noticeBatch, noticeKey, noticeProcessOf } from '../names.ts';

/** Says it once more: in the thread, as a message anew, or as a reminder to read it. */
export type EchoKind = 'important' | 'reminder' | 'read';

/** What a delivery of the kind `notice` holds: which notice, and not its words: they are made when it is sent. */
export interface NoticeBody {
  readonly organisation: string;
  readonly notice: string;
  readonly revision: number;
  /** Of the message, in the destination's conversation. */
  readonly key: string;
  /** Null: it is the notice's message itself. */
  readonly echo: EchoKind | null;
  /** As it was when it was put into the outbox; it holds where the destination asks for no notices any more. */
  readonly audience: Audience;
  /** By the notice's clock, in ms since 1970 UTC. */
  readonly at: number;
  readonly ahead: number;
}

/** How the destination of a notice is written to. */
export interface NoticeDestination {
  readonly destination: string;
  readonly audience: Audience;
}

interface About {
  readonly notice: Notice;
  readonly now: number;
  readonly ahead: number;
}

/** The audience that a subscription asks for. */
export function audienceOf(playbook: Playbook, subscription: Subscription | null): Audience {
  const { sites, services } = subscription ?? EVERYWHERE;
  return { language: subscription?.language ?? playbook.languages[0], sites, services };
}

/** Whose eyes a message is made for: as its destination asks now, as long as the notice still concerns it. */
export function audienceNow(
  playbook: Playbook,
  notice: Notice,
  subscription: Subscription | null,
  { audience }: Pick<NoticeBody, 'audience'>,
): Audience {
  const isConcerned = subscription !== null && noticeConcerns(playbook, notice, subscription);
  return isConcerned ? audienceOf(playbook, subscription) : audience;
}

/** Carries a revision to a destination; older ones that wait there are not sent any more. */
export function noticeDelivery({ destination, audience }: NoticeDestination, about: About): NewDelivery {
  const { notice } = about;
  const { organisation, id, revision } = notice;
  return {
    ...made(destination, bodyOf(about, noticeKey(id, revision), revision, null, audience), about.now),
    batch: noticeBatch(organisation, id, revision),
    topic: noticeProcessOf(organisation, id),
    supersedes: reasonText(supersededBy(revision)),
  };
}

/** Says a revision once more. */
export function echoDelivery(
  { destination, audience }: NoticeDestination,
  { revision, how }: { readonly revision: number; readonly how: EchoKind },
  about: About,
): NewDelivery {
  const { organisation, id } = about.notice;
  const body = bodyOf(about, echoKey(id, revision, how), revision, how, audience);
  const batch = `${noticeBatch(organisation, id, revision)}/${how === 'read' ? 'read' : 'echo'}`;
  return { ...made(destination, body, about.now), batch };
}

/** People are reminded to read a notice once, whatever its revision. */
export function echoKey(notice: string, revision: number, how: EchoKind): string {
  return how === 'read' ? `n-${notice}-read` : `${noticeKey(notice, revision)}-echo`;
}

export function noticeBodyOf({ body }: Pick<Delivery, 'body'>): NoticeBody {
  // Written above from the same type.
  return body as unknown as NoticeBody;
}

/** Why an older revision is not sent. */
export function supersededBy(revision: number): Reason {
  return { cause: 'superseded', sentence: `superseded by revision ${revision}` };
}

function bodyOf(
  { notice, now, ahead }: About,
  key: string,
  revision: number,
  echo: EchoKind | null,
  audience: Audience,
): NoticeBody {
  const { organisation, id } = notice;
  return { organisation, notice: id, revision, key, echo, audience, at: now + ahead, ahead };
}

function made(destination: string, body: NoticeBody, now: number): NewDelivery {
  const id = deliveryOf(destination, body.key);
  return { id, destination, kind: 'notice', body: body as unknown as Json, notBefore: now, priority: 1 };
}
