/**
 * Mapping sets of CISO Assistant, in its libraries: pairs of addresses of requirements. Described in
 * https://github.com/intuitem/ciso-assistant-community/blob/main/tools/README.md
 */
import { converse, relationCalled } from '../../core/mapping/relations';
import { ExchangeError } from '../parts/limits';
import { listAt, member, textAt } from '../standards/data';
import { someOf } from '../standards/ids';
import { oneLine } from '../standards/plainProse';
import type { DraftPair, ImportedMapping } from './draft';

const setsIn = (data: unknown): readonly unknown[] => {
  const objects = member(data, 'objects');
  return [member(objects, 'requirement_mapping_set'), ...listAt(objects, 'requirement_mapping_sets')].filter(
    (one) => one !== undefined,
  );
};

export const isCisoMapping = (data: unknown): boolean =>
  textAt(data, 'urn').startsWith('urn:') && setsIn(data).length > 0;

export function readCisoMapping(data: unknown): ImportedMapping {
  const [first, ...others] = setsIn(data);
  if (first === undefined) throw new ExchangeError('This library of CISO Assistant has no mapping set.');
  const unknown = new Map<string, number>();
  let strengths = 0;
  const pairs = listAt(first, 'requirement_mappings').flatMap((one): readonly DraftPair[] => {
    const written = textAt(one, 'relationship');
    const relation = relationCalled(written);
    if (textAt(one, 'strength_of_relationship') !== '') strengths++;
    const [from, to] = [
      idIn(textAt(one, 'source_requirement_urn')),
      idIn(textAt(one, 'target_requirement_urn')),
    ];
    if (relation === undefined || from === '' || to === '') {
      const why = relation === undefined ? written || 'none' : 'without an ID';
      unknown.set(why, (unknown.get(why) ?? 0) + 1);
      return [];
    }
    return [{ from, to, relation, note: oneLine(textAt(one, 'annotation')) }];
  });
  const ends = endsOf(first);
  const left = others.filter((other) => !isSameFromTheOtherEnd(other, ends, pairs));
  return {
    kind: 'a mapping of CISO Assistant',
    saysRelations: true,
    mapping: {
      title: oneLine(textAt(first, 'name') || textAt(data, 'name')),
      publisher: textAt(data, 'provider'),
      source: `Imported from the library ${textAt(data, 'urn')} of CISO Assistant${textAt(data, 'version') ? `, version ${textAt(data, 'version')}` : ''}.`,
      acknowledgement: oneLine(textAt(data, 'copyright')),
      ...ends,
      pairs,
    },
    remarks: [
      'IDs are the ends of the addresses of the requirements, in small letters as they stand there.',
      ...(left.length > 0
        ? [
            `Only the first mapping set is imported. Left out: ${someOf(left.map((one) => textAt(one, 'name') || textAt(one, 'ref_id') || 'one without a name'))}.`,
          ]
        : []),
      ...(unknown.size > 0
        ? [
            `Pairs that say no relation of a mapping file are left out: ${someOf(Array.from(unknown, ([name, number]) => `${name} (${number})`))}.`,
          ]
        : []),
      ...(strengths > 0 ? [`Left out: the strength of ${strengths} relations.`] : []),
    ],
  };
}

const endsOf = (set: unknown): { readonly from: string; readonly to: string } => ({
  from: lastOf(textAt(set, 'source_framework_urn')) || 'source',
  to: lastOf(textAt(set, 'target_framework_urn')) || 'target',
});

const lastOf = (urn: string): string => urn.slice(urn.lastIndexOf(':') + 1);

/** What stands behind the framework: `urn:intuitem:risk:req_node:iso27001-2022:a.5.1`. */
const idIn = (urn: string): string => /^urn:(?:[^:]*:){4}(.+)$/s.exec(urn)?.[1] ?? lastOf(urn);

/** Libraries have each mapping in both directions, one of them made of the other. */
function isSameFromTheOtherEnd(
  set: unknown,
  ends: { readonly from: string; readonly to: string },
  pairs: readonly DraftPair[],
): boolean {
  const own = endsOf(set);
  if (own.from !== ends.to || own.to !== ends.from) return false;
  const key = (from: string, to: string, relation: string): string => JSON.stringify([from, to, relation]);
  const known = new Set(pairs.map(({ from, to, relation }) => key(to, from, converse(relation))));
  return listAt(set, 'requirement_mappings').every((one) => {
    const relation = relationCalled(textAt(one, 'relationship'));
    return (
      relation === undefined ||
      known.has(
        key(
          idIn(textAt(one, 'source_requirement_urn')),
          idIn(textAt(one, 'target_requirement_urn')),
          relation,
        ),
      )
    );
  });
}
