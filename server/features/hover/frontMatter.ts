/** What the keys and values of front matter mean, and what the portfolio knows of them. */
import { parseDate } from '../../core/text/civilDate';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { displayTitle, isOverdue } from '../../core/evidence/titleAndStanding';
import { valueOf } from '../../core/yaml/fields';
import type { KeyDescription } from '../../core/yaml/keyDescription';
import { keyAt } from '../../core/frontMatter/keyNames';
import { detailNamed, fieldOf } from '../../core/frontMatter/fields';
import { frontMatterKeys } from '../../core/frontMatter/keys';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { frontMatterRegion } from '../text/elementsAt';
import type { Cursor } from '../text/identifierAt';
import type { Markup } from '../text/markup';
import { citationsIn } from '../navigation/subjectAt';
import { distanceWords, reviewWords, standingWords } from '../text/wording';
import { dayWords } from '../../words/dates';
import { yamlPositionAt } from '../text/yamlPosition';
import { capitalised } from '../../words/capitals';
import { count } from '../../words/counts';
import type { About } from './keyWords';
import { describe, meaning } from './keyWords';

/** More links than these are counted only. */
const maximumLinks = 8;

export function frontMatterHover(portfolio: Portfolio, cursor: Cursor, markup: Markup): About | undefined {
  const { uri, text, offset } = cursor;
  const region = frontMatterRegion(text);
  const found = region && portfolio.evidence.has(uri) ? yamlPositionAt(text, region, offset) : undefined;
  if (!found || found.token.start === found.token.end) return undefined;
  const { kind, path, token, hasColon } = found;
  const written = text.slice(token.start, token.end);
  if (kind === 'key') {
    const parts = hasColon ? keyParts(portfolio, [...path, written], markup) : [];
    return parts.length > 0 ? { parts, span: token } : undefined;
  }
  const ours = keyAt(portfolio.names, path);
  const parts = ours === undefined ? [] : valueParts(portfolio, cursor, ours, written, markup);
  return parts.length > 0 ? { parts, span: token } : undefined;
}

function keyParts(
  { manifest, names }: Portfolio,
  path: readonly string[],
  markup: Markup,
): readonly string[] {
  const known: readonly KeyDescription[] = frontMatterKeys;
  const ours = keyAt(names, path);
  const key = known.find((candidate) => candidate.key === ours);
  if (key && ours !== undefined && names.own.has(ours))
    return [
      ...describe(key, markup),
      markup.text(`portfolio.yaml says that this portfolio calls “${key.key}” so.`),
    ];
  if (key) return describe(key, markup);
  return path.length === 1 && manifest?.customKeys.includes(path[0] ?? '')
    ? [markup.text('A key of this portfolio: portfolio.yaml lists it.')]
    : [];
}

function valueParts(
  portfolio: Portfolio,
  { uri }: Cursor,
  key: string,
  written: string,
  markup: Markup,
): readonly string[] {
  const { text } = markup;
  const { today } = portfolio;
  const detail = detailNamed(key);
  // What YAML makes of it, not its source: in quotation marks there may be escapes.
  const evidence = portfolio.evidence.get(uri);
  switch (detail?.holds) {
    case 'choice':
      return meaning(detail.values ?? {}, written, markup);
    case 'day': {
      const date = parseDate(written);
      return date ? [text(`${dayWords(date)}, ${distanceWords(date, today)}.`)] : [];
    }
    case 'lastDay': {
      const date = parseDate(written);
      return date ? reviewParts(portfolio, date, markup) : [];
    }
    case 'person': {
      const who = (file: EvidenceFile): string | undefined => valueOf(fieldOf(file, detail));
      return personParts(portfolio, who, (evidence && who(evidence)) ?? written, markup);
    }
    case 'ownNumber':
      return refParts(portfolio, uri, (evidence && valueOf(fieldOf(evidence, detail))) ?? written, markup);
    // Files and elements have hovers of their own, wherever they are named.
    case 'paths':
    case 'identifiers':
    case 'ownIdentifiers':
    case 'text':
    case undefined:
      return [];
  }
}

function reviewParts(
  { today, manifest }: Portfolio,
  date: string,
  { text, strong }: Markup,
): readonly string[] {
  const words = reviewWords(date, today);
  const assessment = manifest?.assessmentDate;
  return [
    `${strong(capitalised(words))}: ${text(dayWords(date))}.`,
    assessment && date < assessment && assessment >= today
      ? text(`That is before the assessment on ${dayWords(assessment)}: by then it must have been reviewed.`)
      : '',
  ];
}

/** `14 items, 2 overdue`, and links to the overdue ones. */
function personParts(
  portfolio: Portfolio,
  who: (evidence: EvidenceFile) => string | undefined,
  name: string,
  markup: Markup,
): readonly string[] {
  const kept = [...portfolio.evidence.values()].filter(
    (evidence) => who(evidence) === name && valueOf(evidence.status) !== 'withdrawn',
  );
  const overdue = kept.filter((evidence) => isOverdue(evidence, portfolio.today));
  const words = `${count(kept.length, 'item')}, ${overdue.length === 0 ? 'none' : overdue.length} overdue`;
  return [`${markup.strong(name)}: ${markup.text(words)}`, links(portfolio, overdue, markup)];
}

function refParts(portfolio: Portfolio, uri: string, ref: string, markup: Markup): readonly string[] {
  const { text, strong } = markup;
  const others = portfolio.evidenceWithRef(ref).filter((evidence) => evidence.uri !== uri);
  const citing = [...portfolio.evidence.values()].filter(
    (evidence) =>
      evidence.uri !== uri && mentions(evidence, ref) && citationsIn(portfolio, evidence, ref).length > 0,
  );
  return [
    `${strong(ref)}: ${text(others.length > 0 ? 'other evidence has this number too. Give one of them another.' : 'the number of this piece of evidence.')}`,
    links(portfolio, others, markup),
    text(citing.length > 0 ? `Cited in ${count(citing.length, 'other file')}:` : 'No other file cites it.'),
    links(portfolio, citing, markup),
  ];
}

/** Nearly all texts are done with after one look for the ref, with spaces or with ones that do not break. */
function mentions({ text, bodyStart }: EvidenceFile, ref: string): boolean {
  return [...new Set([ref, ref.replaceAll(' ', '\u00A0')])].some((written) => {
    let at = text.indexOf(written, bodyStart);
    // ES 12 is not in ES 123.
    while (at >= 0 && /[\p{L}\p{N}]/u.test(text[at + written.length] ?? ''))
      at = text.indexOf(written, at + 1);
    return at >= 0;
  });
}

function links(portfolio: Portfolio, files: readonly EvidenceFile[], { text, link, bullet }: Markup): string {
  const rows = files
    .slice(0, maximumLinks)
    .map((evidence) =>
      bullet(
        `${link(displayTitle(evidence), evidence.uri)} ${text(`(${standingWords(portfolio, evidence)})`)}`,
      ),
    );
  const more = files.length > maximumLinks ? [bullet(text(`and ${files.length - maximumLinks} more`))] : [];
  return [...rows, ...more].join('\n');
}
