/** An OSCAL profile, resolved or not, as a profile of a standard that has been read: which of its elements belong to it. */
import { ExchangeError } from '../parts/limits';
import { listAt, member, textAt, textFrom } from './data';
import type { DraftNode, Imported } from './draft';
import { nodesOf } from './draft';
import { someOf } from './ids';
import { oneLine } from './plainProse';
import { propertyOf } from './oscalProse';

/**
 * @param fileTitle what its file is called, where it does not say
 * @throws ExchangeError where it is no profile
 */
export function withProfile(imported: Imported, data: unknown, fileTitle: string): Imported {
  const profile = member(data, 'profile') ?? member(data, 'catalog');
  if (member(profile, 'metadata') === undefined)
    throw new ExchangeError(`“${fileTitle}” is no OSCAL profile.`);
  const title = oneLine(textAt(member(profile, 'metadata'), 'title')) || fileTitle;
  const named = member(data, 'profile') === undefined ? controlsIn(profile, 0) : selectedIn(profile);
  const ownIds = named.map((id) => imported.ids?.get(id) ?? id);
  const keys = new Set(ownIds.map(idKey));
  const all = new Map<string, string>();
  for (const { id } of nodesOf(imported.standard.children)) if (id !== undefined) all.set(idKey(id), id);
  const unknown = ownIds.filter((id) => !all.has(idKey(id)));
  const { standard, remarks } = imported;
  const id = idOfProfile(
    title,
    (standard.profiles ?? []).map((own) => own.id),
  );
  const mark = (node: DraftNode): DraftNode => ({
    ...node,
    ...(node.id !== undefined && keys.has(idKey(node.id))
      ? { profiles: [...(node.profiles ?? []), id] }
      : {}),
    children: node.children.map(mark),
  });
  return {
    ...imported,
    standard: {
      ...standard,
      profiles: [...(standard.profiles ?? []), { id, title }],
      children: standard.children.map(mark),
    },
    remarks:
      unknown.length > 0
        ? [
            ...remarks,
            `Controls of the profile “${title}” that the standard does not have: ${someOf(unknown)}.`,
          ]
        : remarks,
  };
}

/** `ac-2.1` of a file is `AC-2(1)` for people. */
const idKey = (id: string): string =>
  (id.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).map((run) => run.replace(/^0+(?=.)/, '')).join(' ');

const selectedIn = (profile: unknown): readonly string[] =>
  listAt(profile, 'imports').flatMap((one) =>
    listAt(one, 'include-controls').flatMap((include) => listAt(include, 'with-ids').map(textFrom)),
  );

const deepest = 40;

function controlsIn(parent: unknown, depth: number): readonly string[] {
  if (depth > deepest) return [];
  return [
    ...listAt(parent, 'controls').flatMap((control) =>
      /^withdrawn$/i.test(propertyOf(control, 'status'))
        ? []
        : [propertyOf(control, 'label') || textAt(control, 'id')],
    ),
    ...[...listAt(parent, 'groups'), ...listAt(parent, 'controls')].flatMap((below) =>
      controlsIn(below, depth + 1),
    ),
  ];
}

/** `low` of “… LOW IMPACT BASELINE”: its one word in capitals, else all of it, once each. */
function idOfProfile(title: string, taken: readonly string[]): string {
  const level = /\b(low|moderate|high|privacy|basic|essential|important)\b/i.exec(title)?.[1];
  const name = (level ?? title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  let id = name;
  for (let number = 2; taken.includes(id); number++) id = `${name}-${number}`;
  return id;
}
