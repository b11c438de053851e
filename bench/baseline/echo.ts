import restify, { type Next, type Request, type Response } from 'restify';

// The least that the same server library can do with such a request: read its JSON and send it back.
const server = restify.createServer();
server.post('/playground/events', async (request: Request, response: Response) => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  response.send(202, JSON.parse(Buffer.concat(parts).toString('utf8')));
});
server.get('/readyz', (_request: Request, response: Response, next: Next) => {
  response.send(200, 'ready');
  next();
});
server.listen(Number(process.env.PORT), '127.0.0.1');
