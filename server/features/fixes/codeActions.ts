/** Quick fixes, fixes of all findings of a kind, and changes of the writing: what an editor offers at a place. */
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { Span, Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import type { RuleCode } from '../../core/rules/all';
import type { Fix, FixCommands, FixContext } from './context';
import { fixAllKind, fixesOf } from './context';
import { movingAll } from './edition';
import { refactorings } from './refactor';
import {
  countTogether,
  filesIn,
  fixAllInFile,
  fixAllInPortfolio,
  fixAllSafely,
  proposalsFor,
} from '../../core/index/mend';
import { changing } from '../../core/rules/remedy';
import { diagnosticSource, shownMessage } from '../text/diagnostics';
import type { EditTarget } from '../editing/edits';
import { workspaceEdit } from '../editing/edits';
import { planRefactorings } from '../plan/refactor';
import { rangesIn } from '../text/range';

export interface ActionContext {
  readonly index: PortfolioIndex;
  readonly portfolio: Portfolio;
  readonly uri: Uri;
  readonly text: string;
  readonly target: EditTarget;
  readonly commands: FixCommands & {
    /** Mends all findings of a kind, given `{ uri, rule }`; undefined where the client has actions completed. */
    readonly fixAll?: string | undefined;
  };
}

export interface ActionRequest {
  readonly span: Span;
  /** What the client shows there; it may be none of ours, and may lack what we told it. */
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds that the client asks for; all but those of the source where absent. */
  readonly only?: readonly string[] | undefined;
  /** False where nobody has asked for a menu. */
  readonly isAsked: boolean;
}

/** What an action carries that is worked out when it has been chosen. */
export interface ActionData {
  readonly uri: string;
  readonly rule: string;
}

/** More findings than these are not mended one by one. */
const maximumFindings = 20;
/** Gaps of a portfolio that are reported at one place, and are offered there. */
const maximumGaps = 8;

export function codeActions(context: ActionContext, request: ActionRequest): CodeAction[] {
  const { index, portfolio, uri, text } = context;
  const { only, span, isAsked } = request;
  const evidence = portfolio.evidence.get(uri);
  const plan = portfolio.plans.get(uri);
  const manifest = portfolio.manifest?.uri === uri ? portfolio.manifest : undefined;
  const unread = index.unreadAt(uri);
  // What has been found is of another text, or there is nothing to find anything in.
  if (((evidence ?? plan ?? manifest ?? unread)?.text ?? index.textOf(uri)) !== text) return [];
  const asksFor = (kind: string): boolean =>
    !only || only.some((wanted) => wanted === '' || wanted === kind || kind.startsWith(`${wanted}.`));
  const parts: FixContext = { ...context, evidence, manifest, plan };
  const actions: CodeAction[] = [];
  if (asksFor(CodeActionKind.QuickFix)) actions.push(...quickFixes(context, parts, request));
  if (asksFor(CodeActionKind.RefactorRewrite)) {
    const fixes = plan
      ? planRefactorings(portfolio, plan, span.start)
      : refactorings(parts, span.start, isAsked);
    // A quick fix may have offered the same.
    const others = fixes.filter((fix) => !actions.some(({ title }) => title === fix.title));
    actions.push(...actionsOf(context, CodeActionKind.RefactorRewrite, others));
  }
  // Nobody wants these in a menu; an editor asks for them before it saves.
  if (only && asksFor(fixAllKind)) {
    const edits = fixAllSafely(index, portfolio, uri) ?? [];
    const title = 'Mend what can be mended without asking';
    actions.push(...actionsOf(context, fixAllKind, changing({ uri, text }, title, edits)));
  }
  return actions;
}

function quickFixes(
  context: ActionContext,
  parts: FixContext,
  request: ActionRequest,
): readonly CodeAction[] {
  const found = findingsAt(parts, request);
  const single = found.flatMap(({ finding, shown }) => {
    const fixes = fixesOf(parts, proposalsFor(context.index, context.portfolio, context.uri, finding));
    return actionsOf(context, CodeActionKind.QuickFix, fixes, shown);
  });
  return [...single, ...crowd(parts, found), ...together(context, found), ...moving(context, parts, found)];
}

interface Found {
  readonly finding: Finding;
  /** What the client shows of it. */
  readonly shown: Diagnostic[];
}

/** The findings that a client asks about: those that it shows, else, where it does not say, those at the place. */
function findingsAt(
  { index, uri, text }: FixContext,
  { diagnostics, span }: ActionRequest,
): readonly Found[] {
  const findings = index.findings(uri);
  if (findings.length === 0) return [];
  const range = rangesIn(text);
  const shown = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.source !== diagnosticSource) continue;
    const key = keyOf(diagnostic.range, diagnostic.code, diagnostic.message);
    shown.set(key, [...(shown.get(key) ?? []), diagnostic]);
  }
  const found = findings.flatMap((finding): readonly Found[] => {
    if (diagnostics.length > 0) {
      const same = shown.get(keyOf(range(finding.span), finding.rule, shownMessage(finding)));
      return same ? [{ finding, shown: same }] : [];
    }
    return finding.span.start <= span.end && span.start <= finding.span.end ? [{ finding, shown: [] }] : [];
  });
  let gaps = 0;
  return found
    .filter(({ finding }) => finding.rule !== 'element-uncovered' || ++gaps <= maximumGaps)
    .slice(0, maximumFindings);
}

const keyOf = ({ start, end }: Range, code: unknown, message: unknown): string =>
  JSON.stringify([start.line, start.character, end.line, end.character, code, message]);

/** Without those that the client cannot apply. */
const actionsOf = (
  { target }: ActionContext,
  kind: string,
  fixes: readonly Fix[],
  diagnostics: Diagnostic[] = [],
): readonly CodeAction[] =>
  fixes.flatMap(({ title, edits, command, isPreferred }): readonly CodeAction[] => {
    const edit = edits.length > 0 ? workspaceEdit(edits, target) : undefined;
    if (edits.length > 0 && !edit) return [];
    return [
      {
        title,
        kind,
        ...(diagnostics.length > 0 ? { diagnostics } : {}),
        ...(isPreferred ? { isPreferred } : {}),
        ...(edit ? { edit } : {}),
        ...(command ? { command } : {}),
      },
    ];
  });

/** Where more gaps are reported than are offered one by one, one can choose among them all. */
function crowd({ commands }: FixContext, found: readonly Found[]): readonly CodeAction[] {
  const gaps = found.filter(({ finding }) => finding.rule === 'element-uncovered');
  if (gaps.length < maximumGaps || commands.newEvidence === undefined) return [];
  const title = 'Create evidence for another element…';
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: gaps.flatMap(({ shown }) => shown),
      command: { title, command: commands.newEvidence },
    },
  ];
}

/** Once for all findings about IDs of an earlier edition. */
function moving(context: ActionContext, parts: FixContext, found: readonly Found[]): readonly CodeAction[] {
  const { retired, nodes } = context.portfolio.standard;
  const isRetired = (id: string): boolean => retired.has(id) && !nodes.has(id);
  const about = found.filter(({ finding: { span } }) =>
    context.portfolio.standard.pattern
      .find(context.text, span.start, span.end)
      .some(({ id }) => isRetired(id)),
  );
  const [first] = about.flatMap(({ finding }) => movingAll(parts, finding.rule));
  return first
    ? actionsOf(
        context,
        CodeActionKind.QuickFix,
        [first],
        about.flatMap(({ shown }) => shown),
      )
    : [];
}

function together(
  { index, portfolio, uri, text, target, commands }: ActionContext,
  found: readonly Found[],
): readonly CodeAction[] {
  const rules = new Map<string, Diagnostic[]>();
  for (const { finding, shown } of found)
    rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), ...shown]);
  return [...rules].flatMap(([rule, diagnostics]): readonly CodeAction[] => {
    const here = countTogether(index, uri, rule);
    if (here === 0) return [];
    const all =
      portfolio.evidence.has(uri) || rule === ('evidence-unread' satisfies RuleCode)
        ? countInPortfolio(index, filesIn(index, portfolio, rule), rule)
        : here;
    const common = { kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 ? { diagnostics } : {}) };
    const edits = here > 1 ? fixAllInFile(index, portfolio, uri, rule) : undefined;
    const edit = edits && workspaceEdit([{ kind: 'edit', uri, text, edits }], target);
    const title = `Fix all ${all} of this kind in the portfolio`;
    const argument: ActionData = { uri, rule };
    return [
      ...(edit ? [{ ...common, title: `Fix all ${here} of this kind in this file`, edit }] : []),
      ...(all === here
        ? []
        : [
            commands.fixAll === undefined
              ? { ...common, title, data: argument }
              : { ...common, title, command: { title, command: commands.fixAll, arguments: [argument] } },
          ]),
    ];
  });
}

function countInPortfolio(
  index: PortfolioIndex,
  files: Iterable<{ readonly uri: Uri }>,
  rule: string,
): number {
  let count = 0;
  for (const { uri } of files) if (index.findings(uri).length > 0) count += countTogether(index, uri, rule);
  return count;
}

/** Completes an action that has been chosen with its edit. */
export function resolveCodeAction(
  { index, target }: Pick<ActionContext, 'index' | 'target'>,
  action: CodeAction,
): CodeAction {
  const { uri, rule } = (action.data ?? {}) as Partial<ActionData>;
  const portfolio = uri === undefined ? undefined : index.portfolioAt(uri);
  const edit =
    portfolio && rule !== undefined
      ? workspaceEdit(fixAllInPortfolio(index, portfolio, rule), target)
      : undefined;
  return edit ? { ...action, edit } : action;
}
