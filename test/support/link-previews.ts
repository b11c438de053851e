/** A request of a program that fetches a link before anybody pressed it, as it comes. */
export interface PreviewRequest {
  readonly by: string;
  readonly method: 'GET' | 'HEAD' | 'OPTIONS';
  readonly headers: Readonly<Record<string, string>>;
}

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

/** Previews of chats, scanners of mail gateways, and browsers that fetch ahead. */
export const PREVIEW_REQUESTS: readonly PreviewRequest[] = [
  {
    ...{ by: 'Slack, for a preview', method: 'GET' },
    headers: {
      'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      ...{ accept: '*/*', range: 'bytes=0-32768' },
    },
  },
  {
    ...{ by: 'Slack, for a picture', method: 'GET' },
    headers: { 'user-agent': 'Slack-ImgProxy (+https://api.slack.com/robots)' },
  },
  {
    ...{ by: 'Teams, for a preview', method: 'GET' },
    headers: { 'user-agent': `${CHROME} SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com` },
  },
  {
    ...{ by: 'Safe Links of Exchange', method: 'GET' },
    headers: { 'user-agent': `${CHROME} Chrome/120.0.0.0 Safari/537.36`, 'sec-fetch-site': 'none' },
  },
  { by: 'a mail gateway that looks first', method: 'HEAD', headers: { 'user-agent': 'curl/7.81.0' } },
  { by: 'a proxy that asks what may be done', method: 'OPTIONS', headers: { accept: '*/*' } },
  {
    ...{ by: 'a browser that fetches ahead', method: 'GET' },
    headers: { 'user-agent': CHROME, 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' },
  },
];

/** Each of them opens a link, twice. @param cookie of whoever is signed in, where the program has it */
export async function preview(address: string, cookie = ''): Promise<void> {
  for (const { method, headers } of [...PREVIEW_REQUESTS, ...PREVIEW_REQUESTS])
    await (await fetch(address, { method, headers: { cookie, ...headers }, redirect: 'manual' })).text();
}
