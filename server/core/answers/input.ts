/** What a tool is told: described once, for the protocol, the editor and the reading of it. */
import { nearestWord } from '../text/editDistance';
import type { Answer } from './model';
import { refused } from './model';

export interface Input {
  /** For people and models, a sentence. */
  readonly description: string;
  readonly type: 'string' | 'integer';
  readonly enum?: readonly string[];
  readonly isRequired?: true;
  /** Of texts, in UTF-16 units; of numbers, the largest. */
  readonly most?: number;
}

export type Inputs = Readonly<Record<string, Input>>;

/** What was told, read. */
export interface Given {
  /** Undefined where nothing was said, or only blanks. */
  readonly text: (name: string) => string | undefined;
  readonly number: (name: string) => number | undefined;
}

const longest = 1000;
const largest = 1_000_000;

/** As JSON Schema. */
export const schemaOf = (inputs: Inputs): object => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(inputs).map(([name, { description, type, enum: choices, most }]) => [
      name,
      {
        type,
        description,
        ...(choices && { enum: choices }),
        ...(type === 'integer' ? { minimum: 0, maximum: most ?? largest } : { maxLength: most ?? longest }),
      },
    ]),
  ),
  required: Object.keys(inputs).filter((name) => inputs[name]?.isRequired),
  additionalProperties: false,
});

/** Reads whatever came. Anything odd is said with what to do instead; nothing throws. */
export function readInput(inputs: Inputs, typed: unknown): Given | Answer {
  const told: unknown = typed ?? {};
  if (typeof told !== 'object' || told === null || Array.isArray(told))
    return refused(`Give the parameters as an object. ${known(inputs)}`);
  const values = new Map<string, string | number>();
  for (const [name, value] of Object.entries(told)) {
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!input) {
      const near = nearestWord(name, Object.keys(inputs));
      return refused(
        `There is no parameter “${name}”.${near === undefined ? '' : ` Did you mean ${near}?`} ${known(inputs)}`,
      );
    }
    if (value === null || value === undefined) continue;
    const read = input.type === 'string' ? readText(name, input, value) : readNumber(name, input, value);
    if (typeof read === 'object') return read;
    if (read !== '') values.set(name, read);
  }
  const missing = Object.keys(inputs).find((name) => inputs[name]?.isRequired && !values.has(name));
  if (missing !== undefined) return refused(`Give ${missing}. ${inputs[missing]?.description ?? ''}`);
  return {
    text: (name) => asText(values.get(name)),
    number: (name) => asNumber(values.get(name)),
  };
}

const asText = (value: string | number | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
const asNumber = (value: string | number | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const known = (inputs: Inputs): string => `The parameters are ${Object.keys(inputs).join(', ')}.`;

function readText(name: string, { enum: choices, most = longest }: Input, value: unknown): string | Answer {
  // A number has lost what was written: 1.10 comes as 1.1.
  if (typeof value !== 'string') return refused(`Give ${name} as text, in quotation marks.`);
  const text = value.trim();
  if (text.length > most) return refused(`${name} is longer than ${most} characters. Give less of it.`);
  if (choices && text !== '' && !choices.includes(text)) {
    const near = nearestWord(text, choices);
    const advice = near === undefined ? '' : ` Did you mean ${near}?`;
    return refused(`${name} is one of ${choices.join(', ')}, and not “${text}”.${advice}`);
  }
  return text;
}

function readNumber(name: string, { most = largest }: Input, value: unknown): number | Answer {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most
    ? number
    : refused(`Give ${name} as a whole number from 0 to ${most}.`);
}
