/** The words of OSCAL: parts of a control as texts, with parameters in them as a reader would say them. */
import { listAt, member, textAt, textFrom } from './data';
import { deepest } from './draft';
import { joinedLines, plainProse } from './plainProse';

/** Parameters of a catalogue, by their ID: https://pages.nist.gov/OSCAL-Reference/models/latest/catalog/ */
export type Parameters = ReadonlyMap<string, unknown>;

/** `{{ insert: param, ac-1_prm_1 }}`; older files have `{{ ac-1_prm_1 }}`, and what is left of XML. */
const insertion =
  /\{\{\s*(?:insert:\s*(?:param|parameter)\s*,\s*)?([^\s{},]{1,200})\s*\}\}|<insert\s[^<>]{0,200}?(?:id-ref|param-id)="([^"<>]{1,200})"[^<>]{0,50}\/?>(?:<\/insert>)?/g;

/** Prose as plain text. @param within parameters whose words it is among: none stands in itself */
export const proseOf = (parameters: Parameters, prose: string, within: readonly string[] = []): string =>
  plainProse(
    prose.replace(insertion, (_, id: string | undefined, old: string | undefined) =>
      parameterWords(parameters, id ?? old ?? '', within),
    ),
  );

/** Choices in choices; more of them nobody can follow. */
const deepestChoice = 4;

/** What a profile has set, else what may be chosen, else what is to be set, in square brackets. */
function parameterWords(parameters: Parameters, id: string, within: readonly string[]): string {
  const parameter = parameters.get(id);
  const values = listAt(parameter, 'values').map(textFrom);
  if (values.length > 0) return values.join(', ');
  const select = member(parameter, 'select');
  const isInside = within.includes(id) || within.length >= deepestChoice;
  const choices = isInside ? [] : listAt(select, 'choice').map(textFrom);
  if (choices.length > 0) {
    const words = choices.map((choice) => proseOf(parameters, choice, [...within, id])).join('; ');
    return `[${textAt(select, 'how-many') === 'one-or-more' ? 'one or more of' : 'one of'}: ${words}]`;
  }
  const label = textAt(parameter, 'label') || textAt(listAt(parameter, 'guidelines')[0], 'prose');
  return `[${plainProse(label).replace(/\s+/g, ' ') || id}]`;
}

/** The value of a property; of several with one name, the one that has no class. */
export function propertyOf(data: unknown, name: string): string {
  const own = listAt(data, 'props').filter((property) => textAt(property, 'name') === name);
  const plain = own.find((property) => textAt(property, 'class') === '');
  return textAt(plain ?? own[0], 'value');
}

/** A part and all that is in it as lines, each with its label, and two blanks further in for each level. */
export function linesOf(parameters: Parameters, part: unknown, depth = 0): readonly string[] {
  if (depth > deepest) return [];
  const label = propertyOf(part, 'label');
  const prose = joinedParagraphs(proseOf(parameters, textAt(part, 'prose')));
  const title = plainProse(textAt(part, 'title'));
  const words = [title, prose].filter((text) => text !== '').join(': ');
  const isOwnLine = depth > 0 || words !== '';
  const own = [label, words].filter((text) => text !== '' && isOwnLine).join(' ');
  const below = listAt(part, 'parts').flatMap((inner) => linesOf(parameters, inner, depth + 1));
  const indent = '  '.repeat(Math.max(0, depth - 1));
  return own === '' ? below : [...own.split('\n').map((line) => `${indent}${line}`), ...below];
}

const joinedParagraphs = (prose: string): string =>
  prose
    .split(/\n\s*\n/)
    .map(joinedLines)
    .filter((paragraph) => paragraph !== '')
    .join('\n');

/** A part as points: its own paragraphs, and each part in it with what is below that. */
export function pointsIn(parameters: Parameters, part: unknown): readonly string[] {
  const own = proseOf(parameters, textAt(part, 'prose'))
    .split(/\n\s*\n/)
    .map(joinedLines);
  const below = listAt(part, 'parts').map((inner) => linesOf(parameters, inner, 1).join('\n'));
  return [...own, ...below].map((text) => text.trim()).filter((text) => text !== '');
}
