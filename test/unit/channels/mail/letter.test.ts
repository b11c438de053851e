import { expect } from 'chai';
import fc from 'fast-check';
import { mailAddress, maskedAddress } from '../../../../src/channels/mail/address.ts';
import { letterOf } from '../../../../src/channels/mail/letter.ts';
import { CONFIRM_MS, MailLinks } from '../../../../src/channels/mail/links.ts';
import type { Message } from '../../../../src/conversation/messages.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';

const says = (text: string): Message => ({ kind: 'say', tone: 'plain', language: 'sv', choices: [], text });
const FOOTER = { text: 'Avsluta', link: 'https://bot.example.org/status/tierp/unsubscribe?who=a&key=b' };

describe('a letter', () => {
  it('has the first line as its subject, the rest as its words, and how to end it', () => {
    const { subject, text, html } = letterOf(says('TES ligger nere\n\nVi felsöker.'), 'Tierp', [], FOOTER);
    expect(subject).to.equal('Tierp: TES ligger nere');
    expect(text).to.equal(`Vi felsöker.\n\n-- \nAvsluta\n${FOOTER.link}\n`);
    expect(html).to.contain('<h1').and.contain('TES ligger nere</h1>').and.contain('Vi felsöker.</p>');
    expect(html).to.contain('href="https://bot.example.org/status/tierp/unsubscribe?who=a&amp;key=b"');
  });

  it('is whole in its words where it has one line only', () => {
    expect(letterOf(says('Klart.'), 'Tierp', [], null).text).to.equal('Klart.');
  });

  it('lets our own addresses be followed, and nobody else’s', () => {
    const [ours, theirs] = ['https://bot.example.org/x?a=1&b=2', 'https://evil.example/'];
    const { html } = letterOf(says(`Rubrik\n\nÖppna ${ours} inte ${theirs}`), 'Tierp', [ours], null);
    expect(html.match(/href=/g)).to.have.length(1);
    expect(html).to.contain(`href="${ours.replaceAll('&', '&amp;')}"`);
  });

  it('never makes markup of what somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { html, subject } = letterOf(says(`x\n\n<b>${text}</b>`), 'Tierp', [], null);
        expect(html).not.to.contain('<b>');
        expect(subject).not.to.match(/[\r\n]/);
        const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9!]+)/gi), ([, name]) => name));
        for (const name of tags)
          expect(['!doctype', 'html', 'head', 'meta', 'body', 'h1', 'p', 'br']).to.include(name);
      }),
    );
  });
});

describe('a mail address', () => {
  it('is one address in its plain form', () => {
    expect(mailAddress(' Anna.Berg+drift@Example.ORG ')).to.equal('Anna.Berg+drift@example.org');
    for (const bad of [
      ...['', 'anna', 'anna@', '@example.org', 'anna@localhost', 'a@b.c', 'anna berg@example.org'],
      ...['a@example.org,b@example.org', 'Anna <anna@example.org>', 'anna@example.org\r\nBcc: x@y.se'],
      ...['.anna@example.org', 'an..na@example.org', `${'a'.repeat(65)}@example.org`, 'anna@-example.org'],
    ])
      expect(mailAddress(bad), bad).to.equal(null);
  });

  it('is shown to others only in part', () => {
    expect(maskedAddress('anna@example.org')).to.equal('a…@example.org');
  });
});

describe('links in letters', () => {
  const links = new MailLinks(
    () => 'https://bot.example.org/',
    new LinkKeys('a-secret-of-more-than-thirty-two-characters', true),
  );
  const conversation = links.conversationOf('tierp', 'anna@example.org');
  const queryOf = (link: string): URLSearchParams => new URL(link).searchParams;

  it('name an address without telling it', () => {
    expect(conversation).to.match(/^mail\/tierp\/[\w-]{22}$/);
    expect(links.conversationOf('tierp', 'Anna@example.org')).to.equal(conversation);
    expect(links.conversationOf('heby', 'anna@example.org').slice(10)).not.to.equal(conversation.slice(11));
  });

  it('confirm within two days, and only what they were made for', () => {
    const query = queryOf(links.confirm('tierp', conversation, 1000));
    expect(links.confirmed('tierp', query, 1000 + CONFIRM_MS)).to.equal(conversation);
    expect(links.confirmed('tierp', query, 1001 + CONFIRM_MS)).to.equal('late');
    expect(links.confirmed('heby', query, 1000)).to.equal(null);
    expect(links.ended('tierp', query)).to.equal(null);
    query.set('at', '2000');
    expect(links.confirmed('tierp', query, 2000)).to.equal(null);
  });

  it('end what they were made for, at any time', () => {
    const query = queryOf(links.unsubscribe('tierp', conversation));
    expect(links.ended('tierp', query)).to.equal(conversation);
    query.set('who', 'somebody-else');
    expect(links.ended('tierp', query)).to.equal(null);
    expect(links.ended('tierp', new URLSearchParams())).to.equal(null);
  });
});
