/** Edits of the assignments in portfolio.yaml: what stands there, remarks and order stay. */
import type { Lexicon } from '../standard/standard';
import type { Edit } from '../text/edit';
import { applyEdits } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import { valueOf } from '../yaml/fields';
import { byKnownId } from './knownIds';
import type { Manifest } from './manifest';
import { parseManifest } from './manifest';
import type { NewEntry } from './placedEntries';
import { placedEntries } from './placedEntries';

/** By ID of the element, who is to find evidence for it; at least one each. */
export type NewAssignments = ReadonlyMap<string, readonly string[]>;

/**
 * Adds who is to find evidence for elements of which nobody is said yet: in one go, however many they are.
 * @returns undefined where an edit would be a guess
 */
export function addAssignments(
  manifest: Manifest,
  standard: Lexicon,
  added: NewAssignments,
): readonly Edit[] | undefined {
  if (manifest.faults.length > 0) return undefined;
  const edits = placedEntries(
    manifest,
    'assignments',
    standard,
    Array.from(added, ([id, who]) => newEntry(id, who)),
  );
  const after = edits && parseManifest(manifest.uri, applyEdits(manifest.text, edits));
  if (!after || after.faults.length > 0 || after.problems.length > manifest.problems.length) return undefined;
  const known = byKnownId(after.assignments, standard);
  const isMeant = Array.from(added).every(([id, who]) => {
    const said = known.get(standard.several?.canonical(id) ?? id);
    return said && (valueOf(said.who) ?? []).map(({ text }) => text).join('\n') === who.join('\n');
  });
  return isMeant ? edits : undefined;
}

/** A manifest that says nothing but who is to find evidence for what. */
export const manifestWithAssignments = (standard: string, added: NewAssignments): string =>
  [
    `standard: ${yamlScalar(standard)}`,
    '',
    'assignments:',
    ...Array.from(added, ([id, who]) => newEntry(id, who).lines(id, '  ')).flat(),
    '',
  ].join('\n');

/** One name stands alone, several in brackets. */
export const whoWritten = (who: readonly string[]): string =>
  who.length === 1 ? yamlScalar(who[0] ?? '') : `[${who.map(yamlScalar).join(', ')}]`;

/** An entry for an ID of which nobody is said yet. */
export function newEntry(id: string, who: readonly string[]): NewEntry {
  const inBrackets = (written: string): string => `${yamlScalar(written)}: ${whoWritten(who)}`;
  return { id, inBrackets, lines: (written, indent) => [`${indent}${inBrackets(written)}`] };
}
