/** Code actions as data: files in, the files after an action out. */
import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { RuleCode } from '../../../server/core/rules/all';
import type { Finding } from '../../../server/core/rules/finding';
import type { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { relativePath } from '../../../server/core/text/uri';
import type { ActionContext, ActionRequest } from '../../../server/features/fixes/codeActions';
import { codeActions } from '../../../server/features/fixes/codeActions';
import { diagnostics } from '../../../server/features/text/diagnostics';
import type { EditTarget } from '../../../server/features/editing/edits';
import { edited } from './cursor';
import type { Files, IndexSetting } from './portfolioFiles';
import { at, home, indexOf } from './portfolioFiles';

/** A client that can do everything, and spells addresses as we do. */
export const target: EditTarget = {
  takesVersions: true,
  createsFiles: true,
  renamesFiles: true,
  addressOf: (uri) => uri,
  versionOf: () => null,
};

export const contextOf = (
  index: PortfolioIndex,
  path: string,
  options: Partial<Pick<ActionContext, 'target' | 'commands'>> = {},
): ActionContext => ({
  index,
  portfolio: index.portfolioAt(at(path))!,
  uri: at(path),
  text: index.textOf(at(path))!,
  target,
  commands: {},
  ...options,
});

export const diagnosticsOf = (
  index: PortfolioIndex,
  path: string,
  findings: readonly Finding[],
): Diagnostic[] =>
  diagnostics(index.textOf(at(path))!, findings, {
    rulePage: () => undefined,
    textOf: (uri) => index.textOf(uri),
  });

/** What is offered for some findings of a file, as a client asks that shows them. */
export function actionsFor(
  index: PortfolioIndex,
  path: string,
  findings: readonly Finding[],
  options: Parameters<typeof contextOf>[2] & Partial<ActionRequest> = {},
): readonly CodeAction[] {
  const [first] = findings;
  return codeActions(contextOf(index, path, options), {
    span: first?.span ?? { start: 0, end: 0 },
    diagnostics: diagnosticsOf(index, path, findings),
    isAsked: true,
    ...options,
  });
}

/** The files after an action. */
export function filesAfter(files: Files, action: CodeAction): Files {
  const after: Record<string, Files[string]> = { ...files };
  for (const change of action.edit?.documentChanges ?? []) {
    if ('kind' in change && change.kind === 'rename') {
      const [from, to] = [relativePath(home, change.oldUri), relativePath(home, change.newUri)];
      ok(!(to in after), `${to} is there already.`);
      after[to] = after[from] ?? fail();
      Reflect.deleteProperty(after, from);
      continue;
    }
    const path = relativePath(home, 'kind' in change && change.kind !== 'create' ? fail() : pathOf(change));
    if ('kind' in change) {
      ok(!(path in after), `${path} is there already.`);
      after[path] = '';
    } else {
      const before = after[path];
      ok(typeof before === 'string');
      after[path] = edited(before, change.edits as Parameters<typeof edited>[1]);
    }
  }
  return after;
}

const pathOf = (change: NonNullable<NonNullable<CodeAction['edit']>['documentChanges']>[number]): string =>
  'textDocument' in change ? change.textDocument.uri : 'uri' in change ? change.uri : fail();

export interface FixCase {
  readonly files: Files;
  readonly path?: string;
  readonly rule: RuleCode;
  /** Which of the rule's findings in the file; the first where absent. */
  readonly number?: number;
  /** The titles of all actions for the finding; those for all of the kind are left out. */
  readonly titles: readonly string[];
  /**
   * Texts by path after the actions, in the order of the titles, or that of the one file; null: it is a command, and
   * changes nothing; left out: whatever they are, the finding has gone.
   */
  readonly after: readonly (Files | string | null | undefined)[];
  /** False where none of them is what is most probably meant; else the first is, and none of the rest. */
  readonly hasFavourite?: boolean;
  /** What becomes of the finding, where it does not simply go: another step is needed, or another finding asks for it. */
  readonly then?: readonly ('goes' | 'stays' | 'asks')[];
  readonly setting?: IndexSetting;
  readonly options?: Parameters<typeof actionsFor>[3];
}

/** Checks all quick fixes for one finding of a rule, with each kind of line end. */
export function checkFixes({
  files,
  path = 'a.md',
  rule,
  number = 0,
  titles,
  after,
  hasFavourite = true,
  then,
  setting,
  options,
}: FixCase): void {
  const withRule: IndexSetting = { ...setting, also: [rule] };
  for (const end of ['\n', '\r\n']) {
    const before = withEnds(files, end);
    const index = indexOf(before, withRule);
    const finding = index.findings(at(path)).filter((found) => found.rule === rule)[number];
    ok(finding, `${rule} finds nothing in ${JSON.stringify(index.findings(at(path)))}`);
    const offered = actionsFor(index, path, [finding], { only: ['quickfix'], ...options });
    const actions = offered.filter(({ title }) => !title.startsWith('Fix all'));
    deepEqual(
      actions.map(({ title }) => title),
      titles,
    );
    actions.forEach((action, place) => {
      equal(action.kind, 'quickfix');
      equal(action.isPreferred, place === 0 && hasFavourite ? true : undefined, action.title);
      const wanted = after[place];
      if (wanted === null) {
        equal(action.edit, undefined);
        return;
      }
      const changed = filesAfter(before, action);
      const expected = { ...files, ...(typeof wanted === 'string' ? { [path]: wanted } : wanted) };
      if (wanted !== undefined) deepEqual(changed, withEnds(expected, end), action.title);
      checkGone(indexOf(changed, withRule), index, path, finding, then?.[place]);
    });
    checkWithoutData(index, path, finding, titles, options);
  }
}

/** The finding has gone, and nothing worse has come. */
function checkGone(
  after: PortfolioIndex,
  before: PortfolioIndex,
  path: string,
  { rule, message }: Finding,
  then: 'goes' | 'stays' | 'asks' = 'goes',
): void {
  const count = (index: PortfolioIndex): number =>
    index.findings(at(path)).filter((found) => found.rule === rule && found.message === message).length;
  equal(count(after), then === 'stays' ? count(before) : count(before) - 1, `${rule}: ${message}`);
  const errors = (index: PortfolioIndex): readonly string[] =>
    index
      .filesWithFindings()
      .flatMap((uri) => index.findings(uri).map((found) => ({ ...found, uri })))
      .filter(({ severity }) => severity === 'error')
      .map((found) => `${found.uri} ${found.message}`);
  deepEqual(
    errors(after).filter((error) => !errors(before).includes(error) && then !== 'asks'),
    [],
  );
}

/** A client that does not say what it shows there is offered the same. */
function checkWithoutData(
  index: PortfolioIndex,
  path: string,
  finding: Finding,
  titles: readonly string[],
  options: FixCase['options'],
): void {
  const bare = actionsFor(index, path, [finding], { ...options, diagnostics: [] }).map(({ title }) => title);
  for (const title of titles) ok(bare.includes(title), title);
  const [shown] = diagnosticsOf(index, path, [finding]);
  const { range, message, source, code } = shown!;
  const poor = actionsFor(index, path, [finding], {
    ...options,
    diagnostics: [{ range, message, source: source!, code: code! }],
  });
  for (const title of titles)
    ok(
      poor.some((action) => action.title === title),
      title,
    );
}

const withEnds = (files: Files, end: string): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content.replace(/\r?\n/g, end) : content,
    ]),
  );
