import { deepEqual, equal, match } from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { DiagnosticData } from '../../../../server/features/text/diagnostics';
import { diagnostics } from '../../../../server/features/text/diagnostics';
import { toRange } from '../../../../server/features/text/range';
import { marked } from '../../support/marked';
import type { Files, IndexSetting } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

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
