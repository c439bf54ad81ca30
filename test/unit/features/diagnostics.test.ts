import { deepEqual, equal, match } from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../../server/features/codeActions';
import type { DiagnosticData } from '../../../server/features/diagnostics';
import { diagnostics } from '../../../server/features/diagnostics';
import { toRange } from '../../../server/features/range';
import { edited } from '../support/cursor';
import { marked } from '../support/marked';
import type { Files, IndexSetting } from '../support/portfolioFiles';
import { at, indexOf } from '../support/portfolioFiles';
import { standardOf } from '../support/standards';

interface Setting extends IndexSetting {
  readonly files?: Files;
  readonly path?: string;
}

const manifest: Files = {
  'portfolio.yaml': 'rules: { element-uncovered: off, body-empty: off, title-missing: off }\n',
};
const block = (value: string): string => `---\n${value}\n---\n`;

function diagnose(source: string, { files = manifest, path = 'a.md', ...setting }: Setting = {}) {
  const { text, spans } = marked(source);
  const index = indexOf({ ...files, [path]: text }, setting);
  const found = diagnostics(text, index.findings(at(path)), {
    rulePage: (rule) => `docs:/${rule}.md`,
    textOf: (uri) => index.textOf(uri),
  });
  return { text, spans, found };
}

/** Checks which rules find what stands between « and ». */
function checkDiagnostics(
  source: string,
  codes: readonly string[],
  setting?: Setting,
): readonly Diagnostic[] {
  const { text, spans, found } = diagnose(source, setting);
  deepEqual(
    found.map(({ code }) => code),
    codes,
  );
  deepEqual(
    found.map(({ range }) => range),
    spans.map((span) => toRange(text, span)),
  );
  return found;
}

describe('Diagnostics', () => {
  it('say what is wrong, how serious it is, who says so, and where to read on', () => {
    const [found] = checkDiagnostics(block('elements: [«3.2.9»]'), ['element-unknown']);
    const [message, { suggestions }] = [found!.message as string, found!.data as DiagnosticData];
    const rest: Partial<Diagnostic> = { ...found! };
    delete rest.message;
    delete rest.data;
    deepEqual(rest, {
      range: { start: { line: 1, character: 11 }, end: { line: 1, character: 16 } },
      severity: DiagnosticSeverity.Error,
      code: 'element-unknown',
      codeDescription: { href: 'docs:/element-unknown.md' },
      source: 'Evidence Portfolio',
    });
    match(message, /^3\.2\.9 is not an element of Customer Service Excellence\. Did you mean 3\.2\./);
    equal(suggestions.length, 3);
  });
  it('have no address where there is none', () => {
    const index = indexOf({ ...manifest, 'a.md': block('elements: [3.2.9]') });
    const [found] = diagnostics(block('elements: [3.2.9]'), index.findings(at('a.md')), {
      rulePage: () => undefined,
      textOf: () => undefined,
    });
    equal('codeDescription' in found!, false);
  });
  it('count lines of every kind, and UTF-16 units', () => {
    checkDiagnostics('---\r\nelements: ["😀é", «3.2.9»]\r\n---\r\n'.replace('"😀é"', '«"😀é"»'), [
      'element-unknown',
      'element-unknown',
    ]);
    checkDiagnostics('---\relements: [«3.2.9»]\r---\r', ['element-unknown']);
    checkDiagnostics('\uFEFF---\nelements: [«3.2.9»]\n---\n', ['element-unknown']);
  });
  it('name the other places that they speak of', () => {
    const files = { ...manifest, 'b/b.md': '---\nelements: [1.1.1]\nref: ES 1\n---\n' };
    const [found] = checkDiagnostics(block('elements: [1.1.1]\nref: «ES 1»'), ['ref-duplicate'], { files });
    deepEqual(
      found?.relatedInformation?.map(({ location }) => location),
      [{ uri: at('b/b.md'), range: { start: { line: 2, character: 5 }, end: { line: 2, character: 9 } } }],
    );
  });
  it('are as serious as the manifest says', () => {
    const severities = (['error', 'warning', 'information', 'hint'] as const).map((severity) => {
      const files = {
        'portfolio.yaml': `rules: { element-unknown: ${severity}, body-empty: off, title-missing: off }`,
      };
      return checkDiagnostics(block('elements: [«3.2.9»]'), ['element-unknown'], { files })[0]?.severity;
    });
    deepEqual(severities, [1, 2, 3, 4]);
  });
});

/** The titles of the quick fixes for a text's only finding; the text after the first one. */
function fix(source: string, setting?: Setting) {
  const { text, found } = diagnose(source, setting);
  equal(found.length, 1, JSON.stringify(found));
  const uri = 'file:///as/the%20client/spells-it.md';
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const actions = codeActions(uri, found, (range) => document.getText(range));
  const edits = actions.map(({ edit }) => edit?.changes?.[uri] ?? []);
  return { actions, texts: edits.map((edit) => edited(text, edit)), found };
}

/** Checks the text after the preferred quick fix. */
const checkCodeAction = (before: string, after: string, setting?: Setting): void =>
  equal(fix(before, setting).texts[0], after);

describe('Quick fixes', () => {
  it('offer the nearest elements, the best first', () => {
    const { actions, texts, found } = fix(block('title: Accurate information\nelements: [3.2.9]'));
    deepEqual(
      actions.map(({ isPreferred }) => isPreferred),
      [true, false, false],
    );
    equal(actions[0]!.title.startsWith('Replace with 3.2.4, “We can demonstrate that information'), true);
    equal(actions[0]!.kind, 'quickfix');
    deepEqual(actions[0]!.diagnostics, found);
    equal(texts[0], block('title: Accurate information\nelements: [3.2.4]'));
  });
  it('keep quotation marks', () => {
    checkCodeAction(
      block('title: Accurate\nelements: ["3.2.9"]'),
      block('title: Accurate\nelements: ["3.2.4"]'),
    );
    checkCodeAction(
      block("title: Accurate\nelements: ['3.2.9']"),
      block("title: Accurate\nelements: ['3.2.4']"),
    );
  });
  it('work with CRLF', () =>
    checkCodeAction(
      block('title: Accurate\nelements:\n  - 3.2.9').replaceAll('\n', '\r\n'),
      block('title: Accurate\nelements:\n  - 3.2.4').replaceAll('\n', '\r\n'),
    ));
  it('put quotation marks where an ID needs them', () => {
    const numbers = standardOf(
      'numbers',
      'title: N\nretired: { A: "1.10" }\nchildren:\n  - { id: "1.10", text: Ten }\n',
    );
    const files = { 'portfolio.yaml': 'standard: numbers\nrules: { body-empty: off, title-missing: off }\n' };
    const setting = { files, standards: [numbers] };
    checkCodeAction(block('elements: [1.10]'), block('elements: ["1.10"]'), setting);
    checkCodeAction(block('elements: [A]'), block('elements: ["1.10"]'), setting);
    checkCodeAction(block("elements: ['A']"), block("elements: ['1.10']"), setting);
    checkCodeAction(block('elements: [x.10]'), block('elements: ["1.10"]'), setting);
  });
  it('mend the names of keys and values', () => {
    checkCodeAction(block('elements: [1.1.1]\nowners: Me'), block('elements: [1.1.1]\nowner: Me'));
    checkCodeAction(
      block('elements: [1.1.1]\nstatus: aproved'),
      block('elements: [1.1.1]\nstatus: approved'),
    );
  });
  it('offer the elements of a group', () => {
    const { actions } = fix(block('elements: ["3.2"]'));
    equal(actions.length, 4);
  });
  it('mend the manifest', () => {
    const quiet = 'rules: { element-uncovered: off }\n';
    const setting = { path: 'portfolio.yaml', files: {} };
    checkCodeAction(`${quiet}titel: T\n`, `${quiet}title: T\n`, setting);
  });
  it('are only for findings of ours, and only where asked for', () => {
    const { found } = fix(block('elements: [3.2.9]'));
    const textOf = (): string => '3.2.9';
    const others = found.map((diagnostic) => ({ ...diagnostic, source: 'markdownlint' }));
    deepEqual(codeActions('file:///a.md', others, textOf), []);
    deepEqual(codeActions('file:///a.md', found, textOf, { only: ['source.organizeImports'] }), []);
    deepEqual(codeActions('file:///a.md', found, textOf, { only: ['refactor', 'quickfix'] }).length, 3);
    deepEqual(codeActions('file:///a.md', found, textOf, {}).length, 3);
  });
  it('need what the diagnostic carries, and do without', () => {
    const { found } = fix(block('elements: [3.2.9]'));
    const bare = found.map(({ data, ...rest }) => ({ ...rest, kept: data === undefined }));
    deepEqual(
      codeActions('file:///a.md', bare, () => ''),
      [],
    );
  });
});
