import { MESSAGE_LIMITS, type Message } from '../../src/conversation/messages.ts';
import type { ContactInWords } from '../../src/conversation/who/answer-in-words.ts';

/** Texts that want to be something other than text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a hundred thousand characters': 'Skjermen er svart. '.repeat(5300).slice(0, 100_000),
  'zero-width': 'a\u200Bb\u200B\uFEFFc\u2060d',
  'right to left': 'שלום עולם مرحبا',
  'bidi override': 'file\u202Egnp.exe\u202C \u2066x\u2069',
  emoji: '👩🏽‍💻🏳️‍🌈 1️⃣ 🇳🇴',
  zalgo: `Z${'\u0301\u0328'.repeat(60)}algo`,
  script: '<script>document.title="hit"</script>',
  image: '<img src=x onerror="document.title=\'hit\'">',
  'slack mentions':
    '<!channel> <!here> <@U1> <#C1> <http://evil.example|bank> &lt;!channel&gt; :smile: @here',
  'teams mention': '<at>Ola Nordmann</at>',
  markdown: '[bank](http://evil.example) **fet** _kursiv_ `kode` ~~strøket~~ # over > sitat ![x](y)',
  list: '1. en\n2. to\n- tre',
  'javascript link': '[x](javascript:document.title="hit")',
  templating: `\${text} \${$root.speak} \${1+1} \${json('{"a":1}')} $when $data`,
  'date macro': '{{DATE(2017-02-14T06:08:39Z, SHORT)}} {{TIME(2017-02-14T06:08:39Z)}}',
  ansi: '\u001b[31mrød\u001b[0m \u001b]0;tittel\u0007 \u009b2J \u001b]52;c;aGk=\u0007',
  icu: "{count, plural, one {x}} '{'",
  'half a character': 'a\uD800b\uDC00',
  'nothing to see': '\u200B\u0000\u202E',
};

/** A message of every kind with `text()` in every place that may hold what people wrote. Ids and addresses are ours. */
export function everyKindOf(text: () => string, rows = 1): Message[] {
  const list = <Row>(row: (i: number) => Row): Row[] => Array.from({ length: rows }, (_, i) => row(i));
  const language = 'nb';
  const choice = (id: string) => ({ id, label: text(), style: 'plain' as const });
  const contact = (): ContactInWords => ({
    role: text(),
    phone: { text: '0346-88 55 55', href: 'tel:+46346885555' },
    extension: text(),
    email: 'it@example.no',
    url: 'https://it.example.no/',
    remarks: [text()],
    until: text(),
  });
  const fact = () => ({ label: text(), value: text() });
  const step = (prefix: string) => (i: number) => ({
    text: text(),
    contacts: [contact()],
    done: i % 2 === 1,
    choice: `${prefix}${i}`,
  });
  const choices = [choice('a'), choice('b')];
  return [
    { kind: 'say', language, choices, text: text(), tone: 'good' },
    { kind: 'ask', language, choices, text: text(), hint: text(), picture: true },
    { kind: 'confirm', language, choices, text: text() },
    { kind: 'menu', language, choices, title: text(), text: text() },
    {
      kind: 'call',
      language,
      choices,
      lead: list(text),
      answer: {
        title: text(),
        matter: text(),
        status: text(),
        tone: 'shut',
        emergency: { text: text(), phone: { text: '113', href: 'tel:113' } },
        skipped: list(text),
        steps: list(() => ({
          lead: text(),
          heading: text(),
          remarks: [text()],
          contacts: list(contact),
          receipt: text(),
        })),
        last: { heading: text(), contact: contact() },
        holds: text(),
        asOf: text(),
      },
      question: text(),
    },
    {
      kind: 'receipt',
      language,
      choices,
      title: text(),
      reference: 'K7M2-QX4P',
      state: text(),
      tone: 'warning',
      facts: list(fact),
      pictures: list(() => ({ name: text(), address: 'https://files.example/1.jpg' })),
      history: list(() => ({ at: '10:00', text: text() })),
      notes: list(text),
    },
    {
      kind: 'routine',
      language,
      choices,
      title: text(),
      remarks: list(text),
      steps: list(step('s')),
      afterwards: { heading: text(), steps: list(step('t')) },
      progress: text(),
    },
    {
      kind: 'reports',
      language,
      choices,
      title: text(),
      items: list((i) => ({
        reference: `K7M2-QX${i}`,
        title: text(),
        state: text(),
        when: '10:00',
        choice: `o${i}`,
      })),
      note: text(),
    },
    {
      kind: 'notice',
      language,
      choices,
      title: text(),
      tone: 'warning',
      marks: list(text),
      facts: list(fact),
      latest: text(),
      parts: list(() => ({ heading: text(), facts: list(fact).slice(0, MESSAGE_LIMITS.partFacts) })),
      advice: list(text),
      history: list(() => ({ at: '10:00', text: text() })),
    },
    {
      kind: 'form',
      language,
      choices,
      title: text(),
      text: text(),
      fields: [
        { id: 'f', label: text(), value: text(), options: null },
        { id: 'g', label: text(), value: 'v', options: [{ value: 'v', label: text() }] },
      ],
      submit: choice('submit'),
    },
    {
      kind: 'proposal',
      language,
      choices,
      title: text(),
      text: text(),
      reports: list(() => ({ reference: 'K7M2-QX4P', text: text() })),
    },
  ];
}

/** The largest message of every kind: `MESSAGE_LIMITS` everywhere, in characters that take three bytes. */
export function largest(): Message[] {
  const messages = everyKindOf(() => '€uro '.repeat(MESSAGE_LIMITS.text / 5), MESSAGE_LIMITS.rows);
  const choices = Array.from({ length: MESSAGE_LIMITS.choices }, (_, i) => ({
    id: `c${i}`,
    label: '€'.repeat(MESSAGE_LIMITS.label),
    style: 'plain' as const,
  }));
  return messages.map((message) => ({ ...message, choices }));
}
