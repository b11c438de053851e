import { Server } from 'node:net';

// Loaded into Microsoft's client before its own code (`node --import`). The client listens on all interfaces, and takes
// orders from anybody who reaches it: here it is reached from this machine alone, and ends when the test process ends.
const listen = Server.prototype.listen;
Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
  const [port, ...others] = given;
  const hasPort = typeof port === 'number' || typeof port === 'string';
  const callbacks = others.filter((each) => typeof each === 'function');
  return Reflect.apply(listen, this, hasPort ? [Number(port), '127.0.0.1', ...callbacks] : given);
};
process.on('disconnect', () => process.exit());
