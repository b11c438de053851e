import { expect } from 'chai';
import { readEnvironment } from '../../../src/config/environment.ts';

const MAIL = { DRIFTVAKT_SMTP_URL: 'smtps://u:p@mail.example.org', DRIFTVAKT_MAIL_FROM: 'drift@example.org' };

describe('the environment of handing over', () => {
  it('names accounts by organisation, and the mailbox', () => {
    const { handoffs } = readEnvironment({
      ...MAIL,
      DRIFTVAKT_TOPDESK_PORSANGER: 'https://drift:abc%40d@porsanger.example.net',
      DRIFTVAKT_WEBHOOK_NORD_VEST: `https://key-1:${'s'.repeat(32)}@supplier.example.org/orders?a=1`,
      DRIFTVAKT_IMAP_URL: 'imaps://bot%40example.org:p%2Fw@imap.example.org/Drift',
    });
    expect(handoffs.topdesk.get('PORSANGER')).to.deep.equal({
      ...{ address: 'https://porsanger.example.net/', name: 'drift', secret: 'abc@d' },
    });
    expect(handoffs.webhook.get('NORD_VEST')).to.deep.equal({
      ...{ address: 'https://supplier.example.org/orders?a=1', name: 'key-1', secret: 's'.repeat(32) },
    });
    expect(handoffs.mailbox).to.deep.equal({
      ...{ host: 'imap.example.org', port: 993, secure: true, folder: 'Drift' },
      ...{ user: 'bot@example.org', password: 'p/w' },
    });
    expect(readEnvironment({}).handoffs).to.deep.equal({
      ...{ topdesk: new Map(), webhook: new Map(), mailbox: null },
    });
  });

  const wrong: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    [
      'an address without a login',
      { DRIFTVAKT_TOPDESK_A: 'https://x.example.net' },
      /DRIFTVAKT_TOPDESK_A is no address/,
    ],
    ['no encryption', { DRIFTVAKT_TOPDESK_A: 'http://u:secret@x.example.net' }, /no https/],
    ['a path', { DRIFTVAKT_TOPDESK_A: 'https://u:secret@x.example.net/tas' }, /more than the host/],
    ['a short secret', { DRIFTVAKT_WEBHOOK_A: 'https://k:secret@x.example.net/' }, /too short/],
    ['another protocol', { ...MAIL, DRIFTVAKT_IMAP_URL: 'pop3://u:secret@x.example.net' }, /is no mailbox/],
    [
      'a mailbox without mail',
      { DRIFTVAKT_IMAP_URL: 'imaps://u:secret@x.example.net' },
      /DRIFTVAKT_SMTP_URL is not set/,
    ],
    [
      'loopback in production',
      { NODE_ENV: 'production', DRIFTVAKT_TOPDESK_A: 'http://u:secret@127.0.0.1:99' },
      /DRIFTVAKT_TOPDESK_A has no https/,
    ],
  ];
  for (const [name, variables, message] of wrong)
    it(`refuses ${name}, and quotes no secret`, () => {
      expect(() => readEnvironment(variables)).to.throw(message);
      expect(() => readEnvironment(variables)).to.not.throw(/secret@/);
    });
});
