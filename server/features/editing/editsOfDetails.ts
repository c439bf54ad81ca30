/** What the command that sets details changes in evidence files, or why it cannot, in words for people. */
import { mendedFirst } from '../../core/evidence/blockMends';
import { idsMeant } from '../../core/evidence/elementsMeant';
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { GivenValues } from '../../core/evidence/valueEdits';
import { expectedInstead, setValues, textsGiven } from '../../core/evidence/valueEdits';
import { textsOf } from '../../core/evidence/valueTexts';
import type { KeyEntry } from '../../core/frontMatter/keys';
import { frontMatterKeys } from '../../core/frontMatter/keys';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { knownId } from '../../core/standard/standard';
import type { Uri } from '../../core/text/span';
import type { FileEdit } from '../../core/text/fileEdit';
import { fileName, isWithin, normaliseUri, parentUri, relativePath } from '../../core/text/uri';
import { changed, inEvidence } from './changedFile';
import type { FileText, Outcome } from './outcome';
import { assessable, noElement, refused } from './outcome';

/** What is to be set, as a client sends it: whatever else stands there is passed over. */
export function valuesTold(told: unknown): GivenValues {
  if (typeof told !== 'object' || told === null) return {};
  const values = new Map<string, unknown>(Object.entries(told));
  return Object.fromEntries(
    frontMatterKeys.flatMap(({ key }) => {
      const value = values.get(key);
      const isValue =
        value === null ||
        typeof value === 'string' ||
        (Array.isArray(value) && value.every((one) => typeof one === 'string'));
      return isValue ? [[key, value]] : [];
    }),
  );
}

/** Lets keys of a file say what is given; nothing is changed where one of them cannot. */
export function setDetailsIn(portfolio: Portfolio, file: FileText, values: GivenValues): Outcome {
  return inEvidence(file, portfolio.names, (evidence) => {
    const given = textsGiven(values);
    const written: Record<string, readonly string[]> = {};
    for (const [entry, texts] of given) {
      const { paths, outside } =
        entry.holds === 'paths'
          ? pathsFrom(portfolio, file.uri, texts)
          : { paths: holdsIds(entry) ? asWritten(portfolio, evidence, entry, texts) : texts };
      if (outside !== undefined)
        return refused(`${fileName(outside)} is not in the portfolio’s folder. Copy it there first.`);
      const problem = problemWith(portfolio, evidence, entry, paths);
      if (problem) return problem;
      written[entry.key] = paths;
    }
    const edits = mendedFirst(evidence, (sound) => setValues(sound, written));
    return changed(file, edits, saysSo(file));
  });
}

const saysSo = ({ uri }: FileText): string => `${fileName(uri)} says so already.`;

/** The same for several files: one change of all of them, or none. Files that say so already stay as they are. */
export function setDetailsInAll(
  files: readonly { readonly portfolio: Portfolio; readonly file: FileText }[],
  values: GivenValues,
): Outcome {
  const edits: FileEdit[] = [];
  let said: Outcome = refused('There is no file to change.');
  for (const { portfolio, file } of files) {
    const outcome = setDetailsIn(portfolio, file, values);
    if (outcome.kind === 'edits') edits.push(...outcome.edits);
    else if (outcome.message === saysSo(file)) said = outcome;
    else return outcome;
  }
  return edits.length === 0 ? said : { kind: 'edits', edits };
}

interface Paths {
  readonly paths: readonly string[];
  readonly outside?: Uri;
}

const holdsIds = ({ holds }: KeyEntry): boolean => holds === 'identifiers' || holds === 'ownIdentifiers';

/** IDs as the file writes them, where it has them already; forms and pickers know those of the portfolio only. */
function asWritten(
  { standard }: Portfolio,
  evidence: EvidenceFile,
  { key }: KeyEntry,
  ids: readonly string[],
): readonly string[] {
  const own = textsOf(evidence, key) ?? [];
  const written = new Map(
    [...evidence.elements.map(({ id }) => id), ...own].flatMap((id) => {
      const [meant, ...others] = idsMeant(standard, id);
      return meant === undefined || others.length > 0 ? [] : [[meant, id]];
    }),
  );
  return ids.map((id) => (own.includes(id) ? id : (written.get(knownId(standard, id)) ?? id)));
}

/** Addresses of files beside the portfolio's own become paths from the evidence file; all else is what it is. */
function pathsFrom(portfolio: Portfolio, uri: Uri, texts: readonly string[]): Paths {
  const scheme = /^[^:]*:/.exec(portfolio.root)?.[0] ?? '';
  const paths: string[] = [];
  for (const text of texts) {
    const [, address = text, page = ''] = /^(.*?)(#page=\d+)?$/s.exec(text) ?? [];
    if (!address.startsWith(scheme)) {
      paths.push(text);
      continue;
    }
    const place = normaliseUri(address);
    if (!isWithin(portfolio.scopeOf(uri), place)) return { paths, outside: place };
    paths.push(relativePath(parentUri(uri), place) + page);
  }
  return { paths };
}

/** Why some texts cannot stand under a key; undefined where they can, and where they stand there already. */
function problemWith(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  entry: KeyEntry,
  texts: readonly string[],
): Outcome | undefined {
  const { key, label, isList } = entry;
  if (texts.length > 1 && !isList) return refused(`${label}: one value only can stand there.`);
  const there = new Set(textsOf(evidence, key));
  for (const text of texts) {
    if (there.has(text)) continue;
    const expected = expectedInstead(entry, text);
    if (expected !== undefined) return refused(`${label}: “${text}” cannot be right. Write ${expected}.`);
    if (holdsIds(entry) && !assessable(portfolio, text)) return noElement(portfolio, text);
  }
  return undefined;
}
