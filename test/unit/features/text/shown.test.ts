/** What an editor shows of texts that strangers wrote: nothing in it acts unseen, or draws a picture. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { codeActions } from '../../../../server/features/fixes/codeActions';
import { completion } from '../../../../server/features/completion/completion';
import { hover } from '../../../../server/features/hover/hover';
import { markdown, plainText } from '../../../../server/features/text/markup';
import { diagnostics } from '../../../../server/features/text/diagnostics';
import { documentSymbols } from '../../../../server/features/navigation/documentSymbols';
import { shown } from '../../../../server/features/text/shown';
import { codeLenses, resolveCodeLens } from '../../../../server/features/views/codeLenses';
import { inlayHints } from '../../../../server/features/views/inlayHints';
import { visible } from '../../../../server/words/visible';
import { at } from '../../support/portfolioFiles';
import { placed } from '../../support/placed';
import { standardOf } from '../../support/standards';

/** Escape, the two-byte start of a sequence in one, and every mark that turns the direction of text. */
const acting = [
  '\u001B[31m',
  '\u009B31m',
  '\u0007',
  '\u0085',
  ...Array.from('\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'),
];
const unseen = /[\p{Cc}\p{Bidi_Control}]/u;

/** Every text in an answer that an editor looks at, however deep it stands. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
          ['data', 'textEdit', 'edit', 'arguments', 'filterText'].includes(key) ? [] : textsIn(part),
        )
      : [];

function isInert(answer: unknown, name: string): void {
  const texts = textsIn(answer);
  ok(texts.length > 0, `${name} says nothing`);
  for (const text of texts) ok(!unseen.test(text.replace(/[\n\t]/g, '')), `${name}: ${JSON.stringify(text)}`);
}

describe('A text with what nobody sees in it', () => {
  for (const mark of acting) {
    const name = mark.replace(/[^ -~]/g, (one) => `U+${one.charCodeAt(0).toString(16)}`);
    it(`${name} is shown with it visible`, () => {
      const words = JSON.stringify(`Pay ${mark}tnuocca`);
      const standard = standardOf(
        'own',
        `title: O\nchildren: [{ id: "A-1", text: ${words}, guidance: [${words}] }, { id: "A-2", title: ${words} }]\n`,
      );
      const source = `---\ntitle: ${words}\nelements: [A-$01]\nstatus: ${words}\n---\n\n# A ${mark}b\n`;
      const { portfolio, cursor, index } = placed(source, {
        files: { 'portfolio.yaml': 'standard: own\n' },
        standards: [standard],
      });
      for (const markup of [markdown, plainText])
        isInert(shown(hover(portfolio, cursor, { markup })), 'hover');
      isInert(shown(completion(portfolio, cursor)), 'completion');
      isInert(shown(inlayHints(portfolio, cursor.uri, { start: 0, end: cursor.text.length })), 'hints');
      isInert(shown(documentSymbols(portfolio, cursor.uri)), 'symbols');
      const found = index.findings(cursor.uri);
      const told = diagnostics(cursor.text, found, { rulePage: () => undefined, textOf: () => undefined });
      isInert(
        told.map(({ message }) => message),
        'diagnostics',
      );
      // What an editor gives back leads to its fixes all the same.
      const context = {
        index,
        portfolio,
        uri: cursor.uri,
        text: cursor.text,
        target: { versionOf: () => null, takesVersions: true, createsFiles: true, renamesFiles: true, addressOf: (uri: string) => uri },
        commands: { show: undefined, fixAll: undefined, createEvidence: undefined, importStandard: undefined, newEvidence: undefined, notApplicable: undefined, rateElement: undefined, moveToEdition: undefined, setRating: undefined },
      }; // prettier-ignore
      const request = { span: { start: 0, end: cursor.text.length }, diagnostics: told, isAsked: true };
      const actions = codeActions(context, request);
      ok(actions.some(({ diagnostics: mended = [] }) => mended.length > 0));
      isInert(
        shown(actions).map(({ title }) => title),
        'actions',
      );
    });
  }

  it('keeps line ends, and letters and marks of every language', () => {
    for (const text of ['a\r\n\tb', 'שלום', 'العربية', '👩‍👩‍👧', 'e\u0301', '\u00A0']) equal(visible(text), text);
  });

  it('is changed where it is looked at, and nowhere else', () => {
    const mark = '\u202E';
    deepEqual(
      shown({
        label: mark,
        filterText: mark,
        textEdit: { newText: mark },
        data: { element: mark },
        documentation: { kind: 'markdown', value: mark },
        command: { title: mark, arguments: [{ title: mark }] },
      }),
      {
        label: '\\u202E',
        filterText: mark,
        textEdit: { newText: mark },
        data: { element: mark },
        documentation: { kind: 'markdown', value: '\\u202E' },
        command: { title: '\\u202E', arguments: [{ title: mark }] },
      },
    );
    equal(shown(null), null);
  });
});

describe('The title of a lens', () => {
  for (const id of ['$(bug)', 'A$(sync~spin)1', '\\$(x)-1'])
    it(`shows ${id} as it stands`, () => {
      const standard = standardOf(
        'own',
        `title: O\nchildren: [{ id: ${JSON.stringify(id)}, text: Of it }]\n`,
      );
      const { portfolio } = placed(`---\ntitle: A\nelements:\n  - $0${JSON.stringify(id)}\n---\n\nText.\n`, {
        files: { 'portfolio.yaml': 'standard: own\n' },
        standards: [standard],
      });
      const [lens] = codeLenses(portfolio, at('a.md'));
      ok(lens);
      const resolved = resolveCodeLens(portfolio, lens, {
        showElement: 'show',
        markReviewed: 'mark',
        setDetails: 'set',
      });
      const title = resolved.command?.title ?? '';
      ok(!title.includes('$('), title);
      equal(title.replaceAll('\u200B', '').split(':')[0], id);
      deepEqual(resolved.command?.arguments, [{ root: portfolio.root, element: id }]);
    });
});
