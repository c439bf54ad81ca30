/** What the keys and values of portfolio.yaml mean. IDs of elements are answered before. */
import { parseDate } from '../../core/text/civilDate';
import type { KeyDescription } from '../../core/yaml/keyDescription';
import { decisionKeys, linkKinds, manifestKeys } from '../../core/manifest/keys';
import { spanOf } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { RuleDescription } from '../../core/rules/rule';
import type { About } from './keyWords';
import { describe, meaning } from './keyWords';
import type { Cursor } from '../text/identifierAt';
import type { Markup } from '../text/markup';
import { distanceWords, severityWords, summaryWords } from '../text/wording';
import { dayWords } from '../../words/dates';
import { yamlPositionAt } from '../text/yamlPosition';
import { count } from '../../words/counts';

/** @param rules those that it can name */
export function manifestHover(
  portfolio: Portfolio,
  { text, offset }: Cursor,
  markup: Markup,
  rules: readonly RuleDescription[],
): About | undefined {
  const found = yamlPositionAt(text, spanOf(text.startsWith('\uFEFF') ? 1 : 0, text.length), offset);
  if (!found || found.token.start === found.token.end) return undefined;
  const { kind, path, token } = found;
  const written = text.slice(token.start, token.end);
  const parts =
    kind === 'key' ? keyParts(path, written, markup, rules) : valueParts(portfolio, path, written, markup);
  return parts.length > 0 ? { parts, span: token } : undefined;
}

function keyParts(
  path: readonly string[],
  name: string,
  markup: Markup,
  rules: readonly RuleDescription[],
): readonly string[] {
  if (path[0] === 'rules' && path.length === 1) {
    const rule = rules.find(({ code }) => code === name);
    return rule
      ? [`${markup.strong(name)}: ${markup.text(`${rule.summary} Usual setting: ${rule.severity}.`)}`]
      : [];
  }
  const isDecision = path[0] === 'assessment' && path.length === 2;
  if (path.length > 0 && !isDecision) return [];
  const known: readonly KeyDescription[] = isDecision ? decisionKeys : manifestKeys;
  const key = known.find((candidate) => candidate.key === name);
  return key ? describe(key, markup) : [];
}

function valueParts(
  portfolio: Portfolio,
  path: readonly string[],
  written: string,
  markup: Markup,
): readonly string[] {
  const { text, strong } = markup;
  const { today } = portfolio;
  const [section, element, key] = path;
  if (section === 'rules') return meaning(severityWords, written, markup);
  if (section === 'links') return meaning(linkKinds, written, markup);
  const of = standardNamed(portfolio, path);
  if (of)
    return [
      `${strong(of.standard.title)}: ${text(`${count(of.standard.elements.length, 'element')}, ${summaryWords(of.summary())}.`)}`,
      text(of.standard.acknowledgement),
    ];
  if (section === 'assessment-date' || key === 'assessed' || key === 'look-again') {
    const date = parseDate(written);
    return date ? [text(`${dayWords(date)}, ${distanceWords(date, today)}.`)] : [];
  }
  if (key === 'applicable') return meaning(decisionKeys[0].values, written, markup);
  const { ratings } = portfolio.standardOf(element ?? '').standard;
  const rating = key === 'self' || key === 'assessor' ? ratings.find(({ id }) => id === written) : undefined;
  return rating ? [`${strong(rating.title)}: ${text(rating.description || rating.title)}`] : [];
}

/** The standard that a value of the manifest names: behind `standard`, or behind a name under `standards`. */
function standardNamed(
  { standards }: Portfolio,
  [section, name, key]: readonly string[],
): PortfolioStandard | undefined {
  if (section === 'standard') return standards[0];
  if (section !== 'standards' || key === 'profile') return undefined;
  return standards.find((one) => one.name === name);
}
