import type { Exchange, SlackWire } from './wire.ts';

/** Something that Slack has to bring, whenever and however often. */
export type Brought = (wire: SlackWire) => Promise<Exchange>;

/** Keeps what people do, to be brought later, and says that it was. */
export class RecordingWire implements SlackWire {
  readonly brought: Brought[] = [];

  event: SlackWire['event'] = (payload) => this.#keep((wire) => wire.event(payload));
  interactive: SlackWire['interactive'] = (payload) => this.#keep((wire) => wire.interactive(payload));
  command: SlackWire['command'] = (fields) => this.#keep((wire) => wire.command(fields));

  /** What was kept since this was last asked. */
  take(): readonly Brought[] {
    return this.brought.splice(0);
  }

  async #keep(brought: Brought): Promise<Exchange> {
    this.brought.push(brought);
    return { status: 200, body: null };
  }
}
