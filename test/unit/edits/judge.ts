/** Makes what is offered, looks at what has become of the files and of what is found in them, and takes it back. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Uri } from '../../../server/core/text/span';
import type { Finding } from '../../../server/core/rules/finding';
import type { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { rulesWithRemedy } from '../../../server/core/rules/all';
import { fileName } from '../../../server/core/text/uri';
import type { Content } from '../support/portfolioFiles';
import { apply, at, indexOf } from '../support/portfolioFiles';
import type { PortfolioTexts } from './grammar';
import { meadow } from './grammar';
import type { Shown } from './harm';
import { harmOf, shown } from './harm';
import type { Offer } from './offers';

export interface Verdict {
  readonly offer: Offer;
  readonly harms: readonly string[];
  /** The changed files before and after. */
  readonly texts: readonly (readonly [before: string, after: string])[];
}

export const indexOfTexts = (texts: PortfolioTexts): PortfolioIndex =>
  indexOf(texts, {
    standards: [meadow],
    settings: { 'element-single-source': 'hint' },
    also: rulesWithRemedy,
  });

/** Looks at each of the offers. The index is afterwards what it was before. */
export function verdicts(
  texts: PortfolioTexts,
  index: PortfolioIndex,
  offers: readonly Offer[],
): readonly Verdict[] {
  const files = new Map<Uri, Content>(Object.entries(texts).map(([path, content]) => [at(path), content]));
  const seen = new Map<Uri, Shown>();
  const found = offers.map((offer) => ({ offer, ...lookAt(files, seen, offer) }));
  const errors = errorsIn(index);
  const findings = new Map([...files.keys()].map((uri) => [uri, index.findings(uri)]));
  // What leads to the same texts is tried once: that costs the most.
  const alike = new Map<string, (typeof found)[number][]>();
  for (const one of found.filter(({ offer }) => isTried(offer))) {
    const key = JSON.stringify([...one.after]);
    const group = alike.get(key);
    if (group) group.push(one);
    else alike.set(key, [one]);
  }
  const more = new Map<Offer, readonly string[]>();
  for (const group of alike.values()) {
    const [first] = group;
    if (!first) continue;
    const back = [...first.after.keys()].map((uri) => index.told(uri) ?? ({ kind: 'absent', uri } as const));
    apply(
      index,
      [...first.after].map(([uri, text]) => ({ kind: 'text', uri, text })),
      files,
    );
    for (const { offer } of group) more.set(offer, consequences(index, offer, findings, errors));
    apply(index, back, files);
  }
  // Where the second fence is missing, it is for us to say where it belongs.
  const isOpen = [...errors.keys()].some((error) => error.startsWith('front-matter-unclosed'));
  return found.map(({ offer, harms, after }) => ({
    offer,
    harms: [
      ...harms.filter((harm) => !(isOpen && harm === 'a fence has moved')),
      ...(more.get(offer) ?? (offer.isStillOffered?.(index) ? ['the same is offered again'] : [])),
    ],
    texts: [...after].map(([uri, text]) => [files.get(uri) ?? '', text] as [string, string]),
  }));
}

/** What is completed is looked at as a text, and the edits before a move are half of what happens. */
const isTried = ({ kind }: Offer): boolean => !/^(?:completion|move)/.test(kind);

interface Look {
  readonly harms: readonly string[];
  readonly after: ReadonlyMap<Uri, string>;
}

function lookAt(files: ReadonlyMap<Uri, Content>, seen: Map<Uri, Shown>, offer: Offer): Look {
  const harms = new Set<string>();
  const texts = new Map<Uri, string>();
  for (const [uri, edits] of offer.edits) {
    const content = files.get(uri);
    const text = typeof content === 'string' ? content : '';
    const before = seen.get(uri) ?? shown(text, isYaml(uri));
    seen.set(uri, before);
    const found = harmOf(before, edits, isYaml(uri));
    const after = (text.startsWith('\uFEFF') ? '\uFEFF' : '') + found.after;
    texts.set(uri, after);
    if (after === text && isTried(offer)) harms.add('nothing changes');
    if (found.harms.length > 0 && !isAsGoodAsTyped(offer, before, edits))
      found.harms.forEach((harm) => harms.add(harm));
  }
  return { harms: [...harms], after: texts };
}

function consequences(
  index: PortfolioIndex,
  offer: Offer,
  findings: ReadonlyMap<Uri, readonly Finding[]>,
  errors: ReadonlyMap<string, number>,
): readonly string[] {
  const { mends, edits, title, kind } = offer;
  const isHalf = asksForMore.test(title);
  const harms: string[] = [];
  if (mends && edits.has(mends.uri) && !isHalf) {
    const isAll = title.startsWith('Fix all');
    const all = (findings.get(mends.uri) ?? []).filter(({ rule }) => rule === mends.rule);
    // Behind a key that is known now, its value may be found wrong: that has no suggestion.
    const choosable = all.filter(({ suggestions }) => suggestions);
    const plain = choosable.length > 0 ? choosable : all;
    const before = isAll ? plain : all.filter(({ message }) => message === mends.message);
    const messages = new Set(before.map(({ message }) => message));
    const left = index
      .findings(mends.uri)
      .filter(({ rule, message }) => rule === mends.rule && messages.has(message));
    if (left.length >= before.length) harms.push('the finding is still there');
  }
  if (!isHalf && offer.isStillOffered?.(index)) harms.push('the same is offered again');
  const leadsOn =
    isHalf ||
    /^this file: a detail|: Replace with|front-matter-key|-syntax: /.test(kind) ||
    // One by one, IDs are looked at that were no IDs in a row.
    title.startsWith('Write ') ||
    // What can be read now is looked at.
    mends?.rule === 'front-matter-unclosed' ||
    mends?.rule === 'evidence-unread' ||
    /front-matter-value.*Fix all|all of (?:front-matter-value|evidence-unread|front-matter-unclosed)|before a save/.test(
      `${kind} ${title}`,
    ) ||
    [...errors.keys()].some((error) => /syntax|unclosed/.test(error));
  for (const [error, count] of errorsIn(index))
    if (
      count > (errors.get(error) ?? 0) &&
      !(leadsOn && !(/syntax|unclosed/.test(error) && !`${kind} ${title}`.includes('unclosed'))) &&
      !wanted(offer, error)
    )
      harms.push(`a new error: ${error}`);
  return harms;
}

/** Where nothing at all can be typed without a fault, as between two items without a comma, completion is no worse. */
function isAsGoodAsTyped({ kind }: Offer, before: Shown, edits: readonly TextEdit[]): boolean {
  if (!kind.startsWith('completion')) return false;
  const word = (newText: string): string => (/: ?$|:\s/.test(newText) ? 'x: ' : 'x');
  const typed = edits.map(({ range, newText }) => ({ range, newText: word(newText) }));
  return harmOf(before, typed, kind.endsWith('.yaml')).harms.some((harm) =>
    /fault|fence|block|value/.test(harm),
  );
}

const isYaml = (uri: Uri): boolean => uri.endsWith('.yaml');

/** What is begun and left to the writer, and what puts an end to one finding by leading to another. */
const asksForMore = /^Create |^Add a “reason”|^Declare \S+ not applicable/;

/** An element that is taken out may have been the only one. */
const wanted = ({ kind, title }: Offer, error: string): boolean =>
  (error.startsWith('elements-empty') && /remove/i.test(kind)) ||
  // The value of a key that is known now is looked at.
  (error.includes('-value') && title === 'all of front-matter-key');

function errorsIn(index: PortfolioIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const uri of index.filesWithFindings())
    for (const { rule, severity } of index.findings(uri)) {
      if (severity !== 'error') continue;
      const key = `${rule} in ${fileName(uri)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}
