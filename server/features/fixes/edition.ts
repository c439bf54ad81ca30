/** Moving the portfolio to another edition, from where one is seen to be there: the client asks, and shows it first. */
import type { RuleCode } from '../../core/rules/all';
import { lineAround } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { fileName, parentUri } from '../../core/text/uri';
import type { Fix, FixContext } from './context';
import { byCommand } from './context';

/** Findings about IDs of an earlier edition: what is done about one can be done for the whole portfolio. */
const aboutEditions: readonly RuleCode[] = [
  'element-retired',
  'manifest-element-unknown',
  'action-element-unknown',
];

/** @param rule of a finding about an ID of an earlier edition */
export const movingAll = ({ commands, portfolio }: FixContext, rule: string): readonly Fix[] =>
  (aboutEditions as readonly string[]).includes(rule)
    ? byCommand(
        'Move the whole portfolio to this edition of the standard…',
        commands.moveToEdition,
        portfolio.root,
      )
    : [];

/** On the line that names the standard, where another standard file stands beside it. */
export function movingOn(context: FixContext, offset: number): readonly Fix[] {
  const { text, portfolio, commands, manifest } = context;
  const at = (manifest?.standards ?? []).findIndex(({ span }) => isOnLine(text, span, offset));
  const own = portfolio.standards[at];
  if (own?.source.kind !== 'ready' || !own.source.uri) return [];
  const { uri } = own.source;
  const meant = own.name === undefined ? [] : [own.name];
  const others = portfolio
    .childrenOf(parentUri(uri))
    .filter((child) => !child.isFolder && child.uri !== uri && isStandardName(fileName(child.uri)));
  return others.length === 0
    ? []
    : byCommand('Move to another edition of the standard…', commands.moveToEdition, portfolio.root, ...meant);
}

function isOnLine(text: string, span: Span | undefined, offset: number): boolean {
  if (!span) return false;
  const line = lineAround(text, span.start);
  return line.start <= offset && offset <= line.end;
}

const isStandardName = (name: string): boolean =>
  /\.(?:ya?ml|json)$/i.test(name) && !/^\.?portfolio\./i.test(name);
