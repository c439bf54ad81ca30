/**
 * Libraries of CISO Assistant, a program for governance and compliance, in YAML. Their fields are described in
 * https://github.com/intuitem/ciso-assistant-community/blob/main/tools/README.md
 */
import { ExchangeError } from '../parts/limits';
import { listAt, member, membersOf, textAt, textFrom, textsAt } from './data';
import type { DraftName, DraftNode, DraftTranslation, Imported, TranslatedDraft } from './draft';
import { filled, mostNodes, namesOfNodes } from './draft';
import type { FlatRow } from './flatRows';
import { treeOf } from './flatRows';
import { someOf, withUniqueIds } from './ids';
import { joinedLines, oneLine, pointsOf } from './plainProse';

export const isCisoLibrary = (data: unknown): boolean =>
  textAt(data, 'urn').startsWith('urn:') && membersOf(member(data, 'objects')).length > 0;

/** @throws ExchangeError where it holds no framework */
export function readCisoLibrary(data: unknown): Imported {
  const objects = member(data, 'objects');
  const [framework, ...more] = [member(objects, 'framework'), ...listAt(objects, 'frameworks')].filter(
    (one) => one !== undefined,
  );
  if (framework === undefined)
    throw new ExchangeError(
      `This library of CISO Assistant holds no framework, but ${someOf(membersOf(objects).map(([name]) => name.replaceAll('_', ' ')))}.`,
    );
  const requirements = listAt(framework, 'requirement_nodes');
  if (requirements.length > mostNodes) throw new ExchangeError(`It has more than ${mostNodes} requirements.`);
  const remarks: string[] = [];
  if (more.length > 0)
    remarks.push(
      `Only the first of ${more.length + 1} frameworks is imported: ${someOf(more.map((one) => textAt(one, 'name')))} stay behind.`,
    );
  const { rows, called } = rowsOf(requirements);
  if (called.length > 0)
    remarks.push(
      `Without an ID of their own, these are called by the end of their address: ${someOf(called)}.`,
    );
  const children = withUniqueIds(treeOf(rows), remarks);
  const ratings = namesIn(framework, 'scores_definition', 'score').reverse();
  const profiles = namesIn(framework, 'implementation_groups_definition', 'ref_id');
  const copyright = textAt(data, 'copyright') || textAt(framework, 'copyright');
  const provider = textAt(data, 'provider') || textAt(framework, 'provider');
  return {
    kind: 'a library of CISO Assistant',
    standard: {
      ...filled({
        edition:
          textAt(data, 'publication_date') ||
          editionIn(textAt(framework, 'ref_id') || textAt(data, 'ref_id')),
        language: textAt(data, 'locale'),
        publisher: provider,
        source: `Imported from the library ${textAt(data, 'urn')} of CISO Assistant${textAt(data, 'version') ? `, version ${textAt(data, 'version')}` : ''}.`,
        acknowledgement: acknowledgementOf(copyright, provider),
        licence: copyright.length > longestAcknowledgement ? pointsOf(copyright) : [],
        ratings,
        profiles,
      }),
      title:
        oneLine(textAt(framework, 'name') || textAt(data, 'name')) || textAt(data, 'ref_id') || 'Framework',
      ...translationsPart(data, framework, requirements, children),
      children,
    },
    remarks: [...remarks, ...leftIn(objects, framework, requirements)],
  };
}

/** A longer text is a licence, of which a sentence stands wherever the standard is shown. */
const longestAcknowledgement = 300;

function acknowledgementOf(copyright: string, provider: string): string {
  const line = copyright.replace(/\s+/g, ' ');
  if (line !== '' && line.length <= longestAcknowledgement) return line;
  return provider === '' ? '' : `Text of the standard: ${provider}.`;
}

/** `2022` of `ISO/IEC 27001:2022`. */
const editionIn = (reference: string): string => /[:_ -]((?:19|20)\d\d)$/.exec(reference)?.[1] ?? '';

interface Rows {
  readonly rows: readonly FlatRow[];
  /** Those that are called by the end of their address. */
  readonly called: readonly string[];
}

/** Each requirement below its parent; files of older versions have the depth alone. */
function rowsOf(requirements: readonly unknown[]): Rows {
  const called: string[] = [];
  const hasParents = requirements.some((requirement) => textAt(requirement, 'parent_urn') !== '');
  const rows = requirements.map((requirement): FlatRow => {
    const id = idOf(requirement, called);
    const node = filled<Omit<DraftNode, 'children'>>({
      id,
      ...wordsOf(requirement),
      ...sidesOf(requirement),
      inLanguages: inLanguagesOf(requirement),
    });
    return hasParents
      ? { node, key: textAt(requirement, 'urn'), parent: textAt(requirement, 'parent_urn') }
      : { node, level: Number(textAt(requirement, 'depth')) || 1 };
  });
  return { rows, called };
}

function idOf(requirement: unknown, called: string[]): string {
  const own = textAt(requirement, 'ref_id');
  if (own !== '' || !isAssessable(requirement)) return own;
  const urn = textAt(requirement, 'urn');
  const end = urn.slice(urn.lastIndexOf(':') + 1);
  if (end !== '') called.push(end);
  return end;
}

const isAssessable = (requirement: unknown): boolean =>
  /^(?:true|x|yes)$/i.test(textAt(requirement, 'assessable'));

/** What a requirement says, in the library's own language or in another one. */
function wordsOf(data: unknown): Omit<DraftNode, 'children'> {
  return filled<Omit<DraftNode, 'children'>>({
    title: oneLine(textAt(data, 'name')),
    text: paragraphs(textAt(data, 'description')),
    guidance: [...pointsOf(textAt(data, 'annotation')), ...pointsOf(textAt(data, 'typical_evidence'))],
  });
}

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map(joinedLines)
    .join('\n')
    .trim();

const sidesOf = (requirement: unknown): Omit<DraftNode, 'children'> => ({
  assessable: isAssessable(requirement),
  profiles: textsAt(requirement, 'implementation_groups'),
});

const namesIn = (framework: unknown, list: string, id: string): DraftName[] =>
  listAt(framework, list).flatMap((item) => {
    const own = textAt(item, id);
    const description = textAt(item, 'description').replace(/\s+/g, ' ');
    return own === ''
      ? []
      : [{ id: own, title: oneLine(textAt(item, 'name')) || own, ...filled({ description }) }];
  });

const languagesAt = (one: unknown): readonly string[] =>
  membersOf(member(one, 'translations')).map(([name]) => name);

/** What a requirement says in other languages. */
const inLanguagesOf = (requirement: unknown): ReadonlyMap<string, TranslatedDraft> =>
  new Map(
    languagesAt(requirement).flatMap((language) => {
      const words = wordsOf(member(member(requirement, 'translations'), language));
      return Object.keys(words).length > 0 ? [[language, words] as const] : [];
    }),
  );

/** Translations stand beside what they translate, language by language. */
function translationsPart(
  data: unknown,
  framework: unknown,
  requirements: readonly unknown[],
  children: readonly DraftNode[],
): { readonly translations?: ReadonlyMap<string, DraftTranslation> } {
  const languages = new Set([data, framework, ...requirements].flatMap(languagesAt));
  if (languages.size === 0) return {};
  const names = namesOfNodes(children);
  return {
    translations: new Map(
      [...languages].map((language) => {
        const inLanguage = (one: unknown): unknown => member(member(one, 'translations'), language);
        const title = oneLine(textAt(inLanguage(framework), 'name') || textAt(inLanguage(data), 'name'));
        const nodes = Array.from(names).flatMap(([node, name]) => {
          const words = node.inLanguages?.get(language);
          return words ? [[name, words] as const] : [];
        });
        const named = (list: string, key: string): ReadonlyMap<string, Omit<DraftName, 'id'>> =>
          new Map(
            listAt(framework, list).flatMap((item) => {
              const name = oneLine(textAt(inLanguage(item), 'name'));
              const description = textAt(inLanguage(item), 'description').replace(/\s+/g, ' ');
              return name === ''
                ? []
                : [[textAt(item, key), { title: name, ...filled({ description }) }] as const];
            }),
          );
        return [
          language,
          {
            ...filled({ title }),
            ratings: named('scores_definition', 'score'),
            profiles: named('implementation_groups_definition', 'ref_id'),
            nodes: new Map(nodes),
          },
        ] as const;
      }),
    ),
  };
}

/** Of what a library may hold, all that a standard file has no place for. */
function leftIn(objects: unknown, framework: unknown, requirements: readonly unknown[]): readonly string[] {
  const others = membersOf(objects)
    .map(([name]) => name)
    .filter((name) => !/^frameworks?$/.test(name));
  const counted = (
    [
      ['questions', 'questions and their answers'],
      ['threats', 'threats'],
      ['reference_controls', 'reference controls'],
      ['weight', 'weights'],
      ['importance', 'how important they are'],
    ] as const
  ).flatMap(([key, words]) => {
    const having = requirements.filter((requirement) => !isEmpty(member(requirement, key)));
    return having.length === 0 ? [] : [`Left out at ${having.length} of the requirements: ${words}.`];
  });
  const outcomes = isEmpty(member(framework, 'outcomes_definition'))
    ? []
    : ['The definition of outcomes is left out.'];
  return [
    ...(others.length > 0
      ? [
          `Other parts of the library are left out: ${others.map((name) => name.replaceAll('_', ' ')).join(', ')}.`,
        ]
      : []),
    ...counted,
    ...outcomes,
  ];
}

const isEmpty = (value: unknown): boolean =>
  textFrom(value) === '' && (Array.isArray(value) ? value.length === 0 : membersOf(value).length === 0);
