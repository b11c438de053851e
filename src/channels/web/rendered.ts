import type { Logger } from 'pino';
import type { Message, Reply } from '../../conversation/messages.ts';
import type { TranscriptEntry } from '../../runtime/engine.ts';
import type { Renderings } from './parts.ts';
import type { RenderedEntry, RenderedReply } from './wire.ts';

/** Puts what each platform would show beside a reply. */
export class Renderer {
  readonly #render: Renderings;
  readonly #log: Logger;

  constructor(render: Renderings, log: Logger) {
    this.#render = render;
    this.#log = log;
  }

  reply({ key, replaces, message }: Reply): RenderedReply {
    return {
      key,
      replaces,
      message,
      text: this.#try('text', message) ?? '',
      teams: this.#try('teams', message),
      slack: this.#try('slack', message),
    };
  }

  /** @param prefix what stands before the page's own id in an event's id */
  entry({ id, at, said, pictures, replies }: TranscriptEntry, prefix: string): RenderedEntry {
    return {
      id: id.startsWith(prefix) ? id.slice(prefix.length) : id,
      at,
      said,
      pictures,
      replies: replies.map((reply) => this.reply(reply)),
    };
  }

  /** One rendering that fails must not take the other two, and the conversation, with it. */
  #try<Name extends keyof Renderings>(name: Name, message: Message): ReturnType<Renderings[Name]> | null {
    try {
      return this.#render[name](message) as ReturnType<Renderings[Name]>;
    } catch (cause) {
      const fault = cause instanceof Error ? cause.name : typeof cause;
      this.#log.error({ rendering: name, kind: message.kind, fault }, 'a message could not be rendered');
      return null;
    }
  }
}
