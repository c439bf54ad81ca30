/**
 * Evidence that no editor holds. Of thousands of such files people see a few at a time, so what coverage, views and
 * other files ask for is kept, and the text as UTF-8, which takes half of the space; the rest, such as where a value
 * stands, is read from it again when somebody asks. Nothing else shows the difference.
 */
import type { EvidenceFields } from '../frontMatter/fields';
import { details } from '../frontMatter/fields';
import type { Body } from '../markdown/body';
import { firstHeading, headingsAround } from '../markdown/headings';
import type { Heading } from '../markdown/bodyModel';
import type { Span, Uri } from '../text/span';
import { contains, decoded, encoded } from '../text/utf8';
import type { Field } from '../yaml/fields';
import { absent } from '../yaml/fields';
import type { EvidenceFile } from './evidence';
import { parseEvidence } from './evidence';

/** The same evidence in little space; as it is where its text cannot be written as UTF-8, which no file's text is. */
export const stored = (evidence: EvidenceFile): EvidenceFile =>
  evidence.text.isWellFormed() ? (new StoredEvidence(evidence) as StoredFile) : evidence;

/** With the value of each key, for which the class has a getter each. */
type StoredFile = StoredEvidence & EvidenceFields;

export const isStored = (evidence: object): boolean => evidence instanceof StoredEvidence;

/** A class, as thousands of these would each have functions of their own. */
class StoredEvidence implements Omit<EvidenceFile, keyof EvidenceFields> {
  readonly isPlan = false;
  readonly uri: Uri;
  readonly names: EvidenceFile['names'];
  readonly elementsKey: EvidenceFile['elementsKey'];
  readonly elements: EvidenceFile['elements'];
  readonly bodyStart: number;
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  /** In the order of the details. */
  readonly #values: readonly Kept[];
  /** While it is one of those that have been read whole last. */
  #whole: EvidenceFile | undefined;

  constructor(evidence: EvidenceFile) {
    this.uri = evidence.uri;
    this.names = evidence.names;
    this.elementsKey = evidence.elementsKey;
    // A list that has grown has room for more, and will not grow again.
    this.elements = evidence.elements.slice();
    this.bodyStart = evidence.bodyStart;
    const { bytes, start, end } = encoded(evidence.text);
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#values = details.map(({ field }) => keptOf(evidence[field]));
    this.#remember(evidence);
  }

  get text(): string {
    return this.#whole?.text ?? this.#text();
  }

  contains(words: string): boolean {
    if (this.#whole) return this.#whole.text.includes(words);
    return contains({ bytes: this.#bytes, start: this.#start, end: this.#end }, words);
  }

  get frontMatter(): EvidenceFile['frontMatter'] {
    return this.whole().frontMatter;
  }

  get entries(): EvidenceFile['entries'] {
    return this.whole().entries;
  }

  get misplaced(): EvidenceFile['misplaced'] {
    return this.whole().misplaced;
  }

  body(): Body {
    return this.whole().body();
  }

  heading(): string | undefined {
    return firstHeading(this.text, this.bodyStart);
  }

  headingsAt(places: readonly number[]): readonly Heading[] {
    return headingsAround(this.text, places);
  }

  /** The value of a detail. @param at its place among them */
  detail(at: number): Field<unknown> {
    const kept = this.#values[at];
    if (kept === undefined) return absent;
    return typeof kept === 'string' || Array.isArray(kept)
      ? new StoredField(this, at, kept)
      : (kept as Other);
  }

  whole(): EvidenceFile {
    return this.#whole ?? this.#remember(this.#read());
  }

  /** It is none of the last ones any longer. */
  forget(): void {
    this.#whole = undefined;
  }

  #text(): string {
    if (last?.of !== this)
      last = { of: this, text: decoded({ bytes: this.#bytes, start: this.#start, end: this.#end }) };
    return last.text;
  }

  #read(): EvidenceFile {
    const whole = parseEvidence(this.uri, this.#text(), this.names);
    if (!whole) throw new Error(`${this.uri} was evidence when it was read.`);
    return whole;
  }

  #remember(whole: EvidenceFile): EvidenceFile {
    this.#whole = whole;
    recent[turn]?.forget();
    recent[turn] = this;
    turn = (turn + 1) % maximumRecent;
    return whole;
  }
}

for (const [at, { field }] of details.entries())
  Object.defineProperty(StoredEvidence.prototype, field, {
    enumerable: true,
    get(this: StoredEvidence) {
      return this.detail(at);
    },
  });

/** A value, as those are that thousands of files have; a field of another kind; undefined where it is absent. */
type Kept = string | readonly unknown[] | Other | undefined;
type Other = Exclude<Field<unknown>, { readonly kind: 'valid' }>;

const keptOf = (field: Field<string | readonly unknown[]>): Kept => {
  if (field.kind === 'absent') return undefined;
  return field.kind === 'valid' ? field.value : field;
};

/** A value whose place is read again when somebody asks for it: most ask what it is. */
class StoredField {
  readonly kind = 'valid';
  readonly value: string | readonly unknown[];
  readonly #evidence: StoredEvidence;
  readonly #at: number;

  constructor(evidence: StoredEvidence, at: number, value: string | readonly unknown[]) {
    this.value = value;
    this.#evidence = evidence;
    this.#at = at;
  }

  get key(): Span {
    return this.#asRead().key;
  }

  get span(): Span {
    return this.#asRead().span;
  }

  #asRead(): Extract<Field<unknown>, { readonly kind: 'valid' }> {
    const detail = details[this.#at];
    const field = detail && this.#evidence.whole()[detail.field];
    if (field?.kind !== 'valid') throw new Error(`${this.#evidence.uri} had another value when it was read.`);
    return field;
  }
}

/** The text that was asked for last: who asks for one often asks again at once. */
let last: { readonly of: StoredEvidence; readonly text: string } | undefined;

/**
 * What has been read whole last: what comes in together is checked together, and a file that is looked at is asked often.
 * Each knows itself that it is one of them: out of a map of texts, V8 keeps for long what has been taken out of it.
 */
const maximumRecent = 128;
const recent: (StoredEvidence | undefined)[] = Array.from({ length: maximumRecent });
let turn = 0;
/** Of these, so many stay when all have been checked. */
const maximumLater = 8;

/**
 * What came in together has been checked, and most of it is not asked for again soon. Were it kept until others take its
 * place, V8 would take it for something that stays, and need twice the memory while thousands of files are read.
 */
export function afterChecks(): void {
  last = undefined;
  for (let back = maximumLater + 1; back <= maximumRecent; back++) {
    const at = (turn - back + maximumRecent) % maximumRecent;
    recent[at]?.forget();
    recent[at] = undefined;
  }
}
