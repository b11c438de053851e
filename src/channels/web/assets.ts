import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Refusal, SAFETY } from './exchange.ts';
import type { PlaygroundRoute } from './parts.ts';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The files that the page is made of: each by its address, so that no other file can be asked for. */
export function assetRoute(path: string): PlaygroundRoute {
  const files = assets();
  return {
    method: 'GET',
    path,
    async handle(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = files.get(pathname);
      if (file === undefined) throw new Refusal(404, 'no such file');
      const body = await readFile(file);
      const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      response.writeHead(200, { ...SAFETY, 'Cache-Control': 'no-cache', 'Content-Type': type });
      response.end(body);
    },
  };
}

function assets(): ReadonlyMap<string, string> {
  const cards = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  return new Map([
    ['/playground/adaptivecards.min.js', cards],
    ['/playground/icon.svg', own('page/icon.svg')],
    ...folder('client', 'js'),
    ...folder('client/views', 'js'),
    ...folder('style', 'css'),
  ]);
}

function folder(name: string, ending: string): [string, string][] {
  return readdirSync(own(name))
    .filter((file) => file.endsWith(`.${ending}`))
    .map((file) => [`/playground/${name}/${file}`, own(`${name}/${file}`)]);
}

function own(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
