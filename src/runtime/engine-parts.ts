import type { Logger } from 'pino';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Alarm } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Peers } from '../ports/peers.ts';
import type { Random } from '../ports/random.ts';
import type { Sender } from '../ports/sender.ts';
import type { Store } from '../ports/store.ts';
import type { SignInLinks } from './board/sign-in.ts';
import type { CopyLinks } from './commitment/signatures.ts';
import type { Ways } from './escalations/pingable.ts';
import type { PlaybookChannels } from './notices/subscriptions.ts';
import type { NoticeWords } from './notices/words.ts';
import type { PrintLinks } from './paper/known.ts';
import type { StoredPeople } from './people/stored-people.ts';
import type { TurnFunction } from './plan-turn.ts';

/** What several processes on one store need. */
export interface SharedWork {
  /** Takes what becomes ready to one of them. */
  readonly jobs: Jobs;
  /** Who they are. */
  readonly peers: Peers;
}

/** What the runtime is made of. */
export interface EngineParts {
  readonly store: Store;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly senders: ReadonlyMap<string, Sender>;
  /** Channels that keep no transcript themselves. */
  readonly transcripts: ReadonlySet<string>;
  /** Channels that take choices away once one was taken: they get deliveries of the kind `spent`. */
  readonly spending: ReadonlySet<string>;
  /** Channels whose messages cannot be changed: what replaces one follows it. Left out: none. */
  readonly unchanging?: ReadonlySet<string>;
  /** Makes the links that open the board; left out: it has no page here. */
  readonly signInLinks?: SignInLinks;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly random: Random;
  readonly log: Logger;
  /** How people are pinged besides chats; left out: in no other way. */
  readonly pingWays?: Ways;
  /** Another name for each process on one store; where there is only one, it outlives a restart. */
  readonly worker?: string;
  /** Where several processes work on one store; left out: there is one. */
  readonly shared?: SharedWork;
  /** Channels that get notices by the playbook; left out: none. */
  readonly playbookChannels?: PlaybookChannels;
  /** The people of organisations, if others change them too; left out: the engine's own. */
  readonly people?: StoredPeople;
  /** Makes the links to copies of what was signed; left out: there is no page here. */
  readonly copyLinks?: CopyLinks;
  /** Told of each failure of the store; left out: the log is, now and then. */
  readonly storeFailed?: (cause: unknown) => void;
  /** Where units print their paper; left out: there is no page here. */
  readonly printLinks?: PrintLinks;
  /** Stands in for the words of notices in tests of the runtime. */
  readonly noticeWords?: NoticeWords;
  /** Stands in for the conversation in tests of the runtime. */
  readonly turn?: TurnFunction;
}
