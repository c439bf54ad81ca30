/** What a manifest says of IDs, by the IDs that are known: `3.2.4` and `CSE:3.2.4` may be one. */
import type { Lexicon } from '../standard/standard';
import { knownId } from '../standard/standard';
import type { Decision, Manifest } from './manifest';

const made = new WeakMap<ReadonlyMap<string, unknown>, { readonly of: Lexicon; readonly byId: unknown }>();

/** Of two that say something of one element, the first. */
export function byKnownId<Said>(
  written: ReadonlyMap<string, Said>,
  standard: Lexicon,
): ReadonlyMap<string, Said> {
  const { several } = standard;
  if (!several) return written;
  const known = made.get(written);
  // Only this function puts anything there, and under the map that it was made of.
  if (known?.of === standard) return known.byId as ReadonlyMap<string, Said>;
  const byId = new Map<string, Said>();
  for (const [text, said] of written) {
    const id = several.canonical(text) ?? text;
    if (!byId.has(id)) byId.set(id, said);
  }
  made.set(written, { of: standard, byId });
  return byId;
}

/** The decision about an element, however its ID is written there. */
export const decisionAbout = (
  { decisions }: Pick<Manifest, 'decisions'>,
  standard: Lexicon,
  id: string,
): Decision | undefined => byKnownId(decisions, standard).get(knownId(standard, id));
