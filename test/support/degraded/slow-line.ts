import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A line to a server on this machine, on which answers can be held up. */
export class SlowLine {
  /** How much later each answer comes, in ms. */
  delayMs = 0;
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  static async to(port: number): Promise<SlowLine> {
    const line = new SlowLine(port);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  private constructor(port: number) {
    this.#server = createServer((near) => this.#join(near, dial(port, '127.0.0.1')));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
  }

  #join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(one);
      one
        .on('error', () => undefined)
        .on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
    }
    near.on('data', (data) => far.write(data));
    let before = Promise.resolve();
    far.on('data', (data) => {
      // In order also where what comes later would have to wait for less.
      const due = this.delayMs === 0 ? null : pause(this.delayMs);
      before = before.then(() => due).then(() => void (near.writable && near.write(data)));
    });
  }
}
