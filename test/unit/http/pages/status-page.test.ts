import { expect } from 'chai';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { statusPage } from '../../../../src/http/pages/status/page.ts';
import { outageNotice } from '../../../support/notices.ts';
import { commanded, outageDraft } from '../../../support/notices-kept.ts';
import { at, shipped } from '../../../support/playbooks.ts';
import { viewOf } from '../../../support/status-view.ts';

const porsanger = shipped('porsanger');
const itcentrum = shipped('itcentrum');
const [SERVICE = ''] = porsanger.services.keys();
const WAIT = 'Please wait for more information before you contact us.';

/** The page in English, as somebody without a key sees it. */
function page(notices: readonly Notice[], local = '2026-11-23T10:00', playbook = porsanger): string {
  return statusPage(viewOf(playbook, notices, local, { language: 'en', times: 'near' }), 'page');
}

describe('the words of a status page', () => {
  it('ask for patience only where every outage does (scenario E1)', () => {
    const [patient, free] = [outageNotice({ id: 'A' }), outageNotice({ id: 'B', wait: false })];
    expect(page([patient])).to.contain(WAIT);
    expect(page([patient, free]))
      .to.contain('You can contact IT about it.')
      .and.not.contain(WAIT);
    expect(page([])).to.contain('Everything works, as far as we know.').and.not.contain(WAIT);
  });

  it('say that a promised word is late, from the minute on for which it was promised', () => {
    const nextWord = at(porsanger, '2026-11-23T11:00').epochMilliseconds;
    const outage = outageNotice({ nextWord });
    expect(page([outage], '2026-11-23T10:59'))
      .to.contain('>11:00</time>')
      .and.not.contain('11:00, late');
    expect(page([outage], '2026-11-23T11:00')).to.contain('>11:00, late</time>');
  });

  it('mark a text that is there only in another language', () => {
    const outage = outageNotice({
      text: { nb: 'Kabelen er tatt.' },
      meanwhile: { nb: 'Bruk papir.', en: 'Use paper.' },
    });
    expect(page([outage])).to.contain('<p class="words" lang="nb">Kabelen er tatt.</p>');
    expect(page([outage])).to.contain('<p class="words">Use paper.</p>');
    const mark = 'Text missing in English: shown in Norwegian';
    expect(page([outage]).split(mark), 'said once').to.have.length(2);
    expect(page([outageNotice()])).not.to.contain('Text missing');
  });

  it('lead to the routine that holds meanwhile, where the reader may see it', () => {
    const since = at(itcentrum, '2026-11-23T09:00').epochMilliseconds;
    const draft = outageDraft({ since, services: ['tes'], routine: 'disturbance' });
    const outage = commanded(itcentrum, null, { do: 'publish-outage', draft }, '2026-11-23T09:10');
    const href = '/routine/itcentrum?lang=en#routine-disturbance';
    expect(page([outage], '2026-11-23T10:00', itcentrum)).to.contain(href);
    const closed = { ...itcentrum, pages: { ...itcentrum.pages, routine: 'link' as const } };
    expect(page([outage], '2026-11-23T10:00', closed))
      .to.contain('<p>Disturbance</p>')
      .and.not.contain('#routine-');
  });

  it('tell the history of each service in a sentence and day by day, not by colour alone', () => {
    const since = at(porsanger, '2026-11-22T23:00').epochMilliseconds;
    const over = at(porsanger, '2026-11-23T01:30').epochMilliseconds;
    const text = page([outageNotice({ services: [SERVICE], since, over })]);
    expect(text).to.contain('Disturbances on 2 days (2 h 30 min in all).');
    expect(text).to.contain('<li>Monday 23 November: disturbance for 1 h 30 min</li>');
    expect(text).to.contain('<li>Sunday 22 November: disturbance for 1 hour</li>');
    expect(text.match(/<svg /g)).to.have.length(3 + porsanger.services.size);
    expect(text.match(/<svg aria-hidden="true"/g)).to.have.length(3 + porsanger.services.size);
  });

  it('are the same version as long as nobody has to look again', () => {
    const version = (notices: readonly Notice[], local?: string) =>
      /data-version="(\w+)"/.exec(page(notices, local))?.[1];
    const outage = outageNotice();
    expect(version([outage])).to.equal(version([outage], '2026-11-23T10:07'));
    expect(version([outage])).to.not.equal(version([{ ...outage, revision: 2 }]));
    expect(version([])).to.not.equal(version([outage]));
  });
});
