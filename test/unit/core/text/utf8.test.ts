import { equal } from 'node:assert/strict';
import { contains, decoded, encoded } from '../../../../server/core/text/utf8';

describe('A text kept as UTF-8', () => {
  const texts = [
    '',
    'a',
    'one 3.2.4 two',
    '3.2.',
    '4 and 3.2.5',
    'caf\u00E9 \u{1F600} end',
    '\uFEFFb',
    'x'.repeat(70_000) + '3.2.4',
  ];
  it('has in it what the text has, and nothing of those beside it', () => {
    const kept = texts.map((text) => ({ text, bytes: encoded(text) }));
    for (const { text, bytes } of kept) {
      equal(decoded(bytes), text);
      for (const words of ['3.2.4', '3.2.', '4', '\u00E9', '\u{1F600}', 'end', 'b', '', 'xx3', text])
        equal(contains(bytes, words), text.includes(words), JSON.stringify([text.slice(0, 20), words]));
    }
  });
});
