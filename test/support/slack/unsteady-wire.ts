import type { FakeSocketMode } from './socket.ts';
import { type SlackWire, socketWire } from './wire.ts';

/** What becomes of connections, one after the other: before something comes over them, or while it is being taken. */
const TROUBLE: readonly {
  readonly before: (socket: FakeSocketMode) => void;
  readonly during: (socket: FakeSocketMode) => void;
}[] = [
  { before: () => undefined, during: (socket) => socket.drop() },
  { before: (socket) => socket.drop(), during: () => undefined },
  { before: () => undefined, during: (socket) => socket.resend() },
  { before: (socket) => socket.disconnect('warning'), during: () => undefined },
  { before: () => undefined, during: (socket) => socket.close() },
  { before: (socket) => socket.disconnect('refresh_requested'), during: (socket) => socket.drop() },
];

/** Socket Mode as it is on a bad day. What Slack is not told that it was taken, it sends again. */
export function unsteadyWire(socket: FakeSocketMode): SlackWire {
  const steady = socketWire(socket);
  let turn = 0;
  const through = async <T>(send: () => Promise<T>): Promise<T> => {
    const trouble = TROUBLE[turn % TROUBLE.length];
    turn += 1;
    trouble?.before(socket);
    const sent = send();
    trouble?.during(socket);
    return sent;
  };
  return {
    event: (payload) => through(() => steady.event(payload)),
    interactive: (payload) => through(() => steady.interactive(payload)),
    command: (fields) => through(() => steady.command(fields)),
  };
}
