/** One evidence file in plain words, as data for a view: what `evidencePortfolio/thisFile` answers. */
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { mendedFirst } from '../../core/evidence/blockMends';
import { pathWords } from '../../core/portfolio/attachmentWords';
import type { CivilDate } from '../../core/text/civilDate';
import { daysBetween } from '../../core/text/civilDate';
import type { ElementState } from '../../words/states';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { setField } from '../../core/evidence/fieldEdits';
import type { ValueKind } from '../../core/frontMatter/values';
import { valueOf } from '../../core/yaml/fields';
import type { Points } from '../../core/portfolio/guidance';
import { pointsFollowed, pointsInFile } from '../../core/portfolio/guidance';
import type { Detail } from '../../core/frontMatter/fields';
import { details, fieldOf } from '../../core/frontMatter/fields';
import type { FrontMatterKey } from '../../core/frontMatter/keys';
import type { Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import { spanOf } from '../../core/text/span';
import { compareNaturally } from '../../core/text/naturalOrder';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { citedBy, idsMeant } from '../../core/evidence/elementsMeant';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import { shortWords } from '../../core/standard/standard';
import { fileName } from '../../core/text/uri';
import type { EvidenceRow } from './coverageEvidence';
import { evidenceRow } from './coverageEvidence';
import { asOfPart } from './coverageTree';
import { diagnostics } from '../text/diagnostics';
import { rangesIn } from '../text/range';
import { dayWords } from '../../words/dates';
import { count } from '../../words/counts';
import { detailValues } from './detailValues';

export interface ThisFile {
  /** URI of the portfolio's root folder. */
  readonly root: string;
  readonly uri: string;
  readonly title: string;
  /** The portfolios that it is in, where they are several: its own first, else the first of those that share it. */
  readonly portfolios?: readonly { readonly root: string; readonly title: string }[];
  /** The day that it is judged by, where somebody has set one: YYYY-MM-DD. */
  readonly asOf?: string;
  /** In the order of the file; an ID that stands twice comes once. */
  readonly elements: readonly ThisFileElement[];
  /** Every key of the block but `elements`, in the order of the list of keys. */
  readonly details: readonly ThisFileDetail[];
  /** As they are published for the file, so that quick fixes can be asked for with them. */
  readonly findings: readonly Diagnostic[];
  /** Evidence for the same elements: those that share most first. */
  readonly others: readonly OtherEvidence[];
  /** How many more of those there are than are listed. */
  readonly moreOthers: number;
}

export interface ThisFileElement {
  readonly id: string;
  /** A few words; empty where the standard has no such element. */
  readonly title: string;
  readonly text: string;
  /** Undefined where the standard has no such element (then there is no title), or where nothing but the file is known. */
  readonly state?: ElementState;
  /** Number of current items in the whole portfolio. */
  readonly current?: number;
  /** Of another portfolio that shares the file, whose standard has the element: its root. */
  readonly root?: string;
  /** The ID's place in the file. */
  readonly range: Range;
  /** Undefined where the file does not list the element's guidance. */
  readonly points?: Points;
  readonly guidance: readonly ThisFilePoint[];
}

export interface ThisFilePoint {
  readonly text: string;
  readonly isDone: boolean;
  /** The character between the brackets of its task; null where the file has no such task. */
  readonly mark: Range | null;
}

export interface ThisFileDetail {
  readonly key: FrontMatterKey;
  /** The key in words: `Review by`. */
  readonly label: string;
  readonly state: 'given' | 'missing' | 'invalid';
  readonly holds: ValueKind;
  /** What stands there: texts, IDs or paths as the file has them; none where it has nothing that can be read. */
  readonly values: readonly string[];
  /** Evidence should have it. */
  readonly isExpected: boolean;
  /** What is given, in words; for what is missing or wrong, what to do about it. */
  readonly words: string;
  /** What the key is for. */
  readonly description: string;
  /** The value's place, or where it would stand. */
  readonly range: Range;
  /** It is missing, and cannot be given before a fault of the block is mended, to which `range` leads. */
  readonly isBlocked: boolean;
}

export interface OtherEvidence extends EvidenceRow {
  /** The elements that it shares with the file. */
  readonly elements: readonly string[];
}

/** More would be a list to search, and not one to read. */
const maximumOthers = 30;

/**
 * @param findings those of the file, made from its text as it is in the index
 * @param sharers other portfolios that the file is in
 */
export function thisFile(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  findings: readonly Finding[],
  textOf: (uri: Uri) => string | undefined,
  sharers: readonly Portfolio[] = [],
): ThisFile {
  const others = othersOf(portfolio, evidence);
  return {
    root: portfolio.root,
    uri: evidence.uri,
    title: displayTitle(evidence),
    ...(sharers.length > 0
      ? { portfolios: [portfolio, ...sharers].map(({ root, title }) => ({ root, title })) }
      : {}),
    ...asOfPart(portfolio),
    elements: elementsOf([portfolio, ...sharers], evidence),
    details: detailsOf(portfolio, evidence),
    findings: diagnostics(evidence.text, findings, { rulePage: () => undefined, textOf }),
    others: others.slice(0, maximumOthers),
    moreOthers: Math.max(0, others.length - maximumOthers),
  };
}

function elementsOf(
  portfolios: readonly [Portfolio, ...(readonly Portfolio[])],
  evidence: EvidenceFile,
): readonly ThisFileElement[] {
  const [home] = portfolios;
  const range = rangesIn(evidence.text);
  const seen = new Set<string>();
  const named = evidence.elements.flatMap(({ id, span }) =>
    idsMeant(home.standard, id).map((meant) => ({ id: meant, span })),
  );
  return named.flatMap(({ id, span }): readonly ThisFileElement[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const isElement = ({ standard }: Portfolio): boolean => standard.nodes.get(id)?.assessable === true;
    const portfolio = portfolios.find(isElement) ?? home;
    const node = portfolio.standard.nodes.get(id);
    if (!node?.assessable) return [{ id, title: '', text: '', range: range(span), guidance: [] }];
    const followed = new Map(pointsFollowed(evidence, node).map(({ order, task }) => [order, task]));
    const points = pointsInFile(evidence, node);
    const { state, current } = portfolio.coverage(id);
    return [
      {
        id,
        title: shortWords(node),
        text: node.text,
        ...(portfolio.isLone ? {} : { state, current }),
        ...(portfolio === home ? {} : { root: portfolio.root }),
        range: range(span),
        ...(points ? { points } : {}),
        guidance: node.guidance.map((text, order): ThisFilePoint => {
          const task = followed.get(order);
          return { text, isDone: task?.isDone ?? false, mark: task ? range(task.mark) : null };
        }),
      },
    ];
  });
}

function detailsOf(portfolio: Portfolio, evidence: EvidenceFile): readonly ThisFileDetail[] {
  const range = rangesIn(evidence.text);
  return details.map((detail): ThisFileDetail => {
    const { key, label, description, isExpected, holds } = detail;
    const field = evidence[detail.field];
    const isMissing = field.kind === 'absent' || field.kind === 'empty';
    const obstacle = isMissing && !takesKey(evidence, key) ? obstacleIn(evidence) : undefined;
    return {
      key,
      label,
      state: isMissing ? 'missing' : field.kind === 'invalid' ? 'invalid' : 'given',
      isExpected,
      holds,
      values: detailValues(portfolio, evidence, key),
      words: obstacle?.words ?? wordsOf(portfolio, evidence, detail),
      description,
      range: obstacle?.range ?? range(field.kind === 'absent' ? evidence.frontMatter.opening : field.span),
      isBlocked: obstacle !== undefined,
    };
  });
}

/** Why a detail cannot be brought in, and where. Only a place: what is typed there must not take that of a fence. */
function obstacleIn({ text, frontMatter }: EvidenceFile): Pick<ThisFileDetail, 'words' | 'range'> {
  const at = frontMatter.faults[0]?.span.start ?? frontMatter.content.start;
  const range = rangesIn(text)(spanOf(at, at));
  const line = range.start.line + 1;
  return {
    words: `missing: line ${line} has to be mended before it can be added. Click to go there`,
    range,
  };
}

function wordsOf(portfolio: Portfolio, evidence: EvidenceFile, detail: Detail): string {
  const field = evidence[detail.field];
  if (field.kind === 'invalid') {
    if (field.isUnread) return 'cannot be read: see what is to be put right';
    const written = evidence.text.slice(field.span.start, field.span.end).replace(/\s+/g, ' ');
    return `“${written}” cannot be right: write ${field.expected}`;
  }
  return field.kind === 'valid' ? valueWords(portfolio, evidence, detail) : missingWords(evidence, detail);
}

/** A value that is there, by its kind. */
function valueWords(portfolio: Portfolio, evidence: EvidenceFile, detail: Detail): string {
  switch (detail.holds) {
    case 'text':
    case 'person':
    case 'ownNumber':
      return valueOf(fieldOf(evidence, detail)) ?? '';
    case 'choice':
      return inWords(valueOf(fieldOf(evidence, detail)), detail.values ?? {});
    case 'day':
      return dayInWords(valueOf(fieldOf(evidence, detail)));
    case 'lastDay':
      return lastDayInWords(portfolio, valueOf(fieldOf(evidence, detail)));
    case 'paths':
      return (
        pathWords(evidence.uri, valueOf(fieldOf(evidence, detail)) ?? [], portfolio.exists).join(', ') ||
        'none'
      );
    case 'identifiers':
    case 'ownIdentifiers':
      return (valueOf(fieldOf(evidence, detail)) ?? []).map(({ id }) => id).join(', ') || 'none';
  }
}

function missingWords(evidence: EvidenceFile, { without }: Detail): string {
  const add = 'not said: click to choose';
  if (without === undefined) return add;
  if (without !== 'heading') return `not said, which counts as ${without.countsAs}: click to choose`;
  const heading = displayTitle(evidence);
  return heading === fileName(evidence.uri) ? add : `“${heading}”, from the heading: click to say another`;
}

/** `in review: Written, and waiting for approval.` */
function inWords(word: string | undefined, meanings: Readonly<Record<string, string>>): string {
  if (word === undefined) return '';
  const [sentence = ''] = (meanings[word] ?? '').split(/(?<=\.)\s/);
  return `${word.replace('-', ' ')}: ${sentence}`;
}

const dayInWords = (day: string | undefined): string => (day === undefined ? '' : dayWords(day));

/** Of evidence, what has a last day ends by being looked at again. */
function lastDayInWords({ today }: Portfolio, day: CivilDate | undefined): string {
  if (day === undefined) return '';
  const days = daysBetween(today, day);
  const number = count(Math.abs(days), 'day');
  const due = days < 0 ? `overdue for ${number}` : days === 0 ? 'due today' : `due in ${number}`;
  return `${due}: ${dayInWords(day)}`;
}

/** Whether a value can be given at all: of a block with faults, that is found out by trying. */
const takesKey = (evidence: EvidenceFile, key: FrontMatterKey): boolean =>
  mendedFirst(evidence, (sound) => setField(sound, key, 'any')) !== undefined;

function othersOf(portfolio: Portfolio, evidence: EvidenceFile): readonly OtherEvidence[] {
  const shared = new Map<Uri, { readonly file: EvidenceFile; readonly elements: string[] }>();
  for (const id of citedBy(portfolio.standard, evidence)) {
    for (const file of portfolio.evidenceFor(id)) {
      if (file.uri === evidence.uri || valueOf(file.status) === 'withdrawn') continue;
      const known = shared.get(file.uri);
      if (known) known.elements.push(id);
      else shared.set(file.uri, { file, elements: [id] });
    }
  }
  return [...shared.values()]
    .sort(
      (left, right) =>
        right.elements.length - left.elements.length || compareNaturally(left.file.uri, right.file.uri),
    )
    .map(({ file, elements }) => ({ ...evidenceRow(portfolio, file), elements }));
}
