import restify, { type Next, type Request, type Response } from 'restify';

// The least that answers /readyz with the same server library: what our start is measured against.
const server = restify.createServer();
server.get('/readyz', (_request: Request, response: Response, next: Next) => {
  response.send(200, 'ready');
  next();
});
server.listen(Number(process.env.PORT), '127.0.0.1');
