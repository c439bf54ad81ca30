/** Texts of strangers in places of VS Code that make icons and links of them. */
import { deepEqual, equal } from 'node:assert/strict';
import {
  linesAsTheyStand,
  questionAsItStands,
  rowAsItStands,
  withoutIcons,
  withoutLinks,
} from '../../../server/words/asItStands';

/** How VS Code finds links in messages: https://github.com/microsoft/vscode, src/vs/base/common/linkedText.ts */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

describe('texts as they stand', () => {
  it('keep the name of a branch', () =>
    equal(withoutIcons('a$(sync~spin)b$c(d)'), 'a$\u200B(sync~spin)b$c(d)'));

  for (const text of [
    '[Read more](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22x%22%7D)',
    '[[a](b)](https://evil.example)',
    '![x](FILE:///etc/passwd "why")',
  ])
    it(`have no link in ${text}`, () => {
      const shown = withoutLinks(text);
      equal(shown.match(link), null);
      equal(shown.replaceAll('\u200B', ''), text);
    });

  it('stay where nothing would act', () => equal(withoutLinks('A [draft] (of May)'), 'A [draft] (of May)'));

  it('are all three of a row', () =>
    deepEqual(rowAsItStands({ label: '$(a)', description: '$(b)', detail: '$(c)', uri: '$(d)' }), {
      label: '$\u200B(a)',
      description: '$\u200B(b)',
      detail: '$\u200B(c)',
      uri: '$(d)',
    }));

  it('are what stands above the answers to a question, in one line each', () => {
    const hostile = 'a\u202Efdp\n.exe [b](command:c) $(sync) \u001B';
    const line = 'a\\u202Efdp .exe [b](command:c) $(sync) \\u001B';
    const { prompt, ...asked } = questionAsItStands({
      ...{ title: hostile, placeHolder: hostile, prompt: hostile },
      ...{ value: hostile },
    });
    deepEqual(asked, { title: line, placeHolder: line, value: hostile });
    equal(prompt.match(link), null);
    equal(prompt.replaceAll('\u200B', ''), line);
    deepEqual(questionAsItStands({ title: 'a', ...{ value: hostile } }), { title: 'a', value: hostile });
  });

  it('are as many lines below a question as were said', () =>
    equal(
      linesAsTheyStand(['It goes to /f/a\nb\u202Efdp.', 'It replaces nothing.']),
      'It goes to /f/a b\\u202Efdp.\nIt replaces nothing.',
    ));
});
