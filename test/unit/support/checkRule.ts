/** Rules as data: files in, findings of one rule out. */
import assert from 'node:assert/strict';
import { compareNaturally } from '../../../server/core/text/naturalOrder';
import type { Finding } from '../../../server/core/rules/finding';
import type { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import type { RuleCode } from '../../../server/core/rules/all';
import { relativePath } from '../../../server/core/text/uri';
import { marked } from './marked';
import type { Content, Files, IndexSetting } from './portfolioFiles';
import { home, indexOf, outside } from './portfolioFiles';

/**
 * Checks that one rule finds what stands between « and » in the files, and nothing else, and what it says.
 * @param files by path; where none is portfolio.yaml, the folder is a portfolio by its evidence
 * @param expected `severity: message` per finding, in the order of the files and of the places in them;
 *   several in a row may be about one place
 */
export function checkRule(
  rule: RuleCode,
  files: Files,
  expected: readonly string[],
  setting: IndexSetting = {},
): void {
  const { index, places } = indexMarked(files, { ...setting, also: [rule] });
  const found = findingsOf(index).filter(([, finding]) => finding.rule === rule);
  const said = found.map(([, { severity, message }]) => `${severity}: ${message}`);
  assert.deepEqual(said, expected);
  assert.deepEqual(distinct(found.map(([path, { span }]) => `${path} ${span.start}-${span.end}`)), places);
}

/** The findings of all rules as `path: rule`, in order. */
export function rulesFound(files: Files, setting: IndexSetting = {}): readonly string[] {
  return findingsOf(indexMarked(files, setting).index).map(([path, { rule }]) => `${path}: ${rule}`);
}

function indexMarked(
  files: Files,
  setting: IndexSetting,
): { readonly index: PortfolioIndex; readonly places: readonly string[] } {
  const plain: Record<string, Content> = {};
  const places: string[] = [];
  for (const path of Object.keys(files).sort(compareNaturally)) {
    const content = files[path] ?? null;
    if (content === null || content === outside) plain[path] = content;
    else if (typeof content === 'string') {
      const { text, spans } = marked(content);
      plain[path] = text;
      places.push(...spans.map(({ start, end }) => `${path} ${start}-${end}`));
    } else {
      // What is said of a file without a text stands at its start.
      const { text, spans } = marked(content.reason);
      plain[path] = { reason: text };
      places.push(...spans.map(() => `${path} 0-0`));
    }
  }
  return { index: indexOf(plain, setting), places };
}

const findingsOf = (index: PortfolioIndex): readonly (readonly [string, Finding])[] =>
  index
    .filesWithFindings()
    .flatMap((uri) => index.findings(uri).map((finding) => [pathOf(uri), finding] as const));

const pathOf = (uri: string): string => relativePath(home, uri);

const distinct = (places: readonly string[]): readonly string[] => [...new Set(places)];
