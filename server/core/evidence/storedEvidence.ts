/**
 * Evidence that no editor holds. Of thousands of such files people see a few at a time, so what coverage, views and
 * other files ask for is kept, and the text as UTF-8, which takes half of the space; the rest is read from it again
 * when somebody asks. Nothing else shows the difference.
 */
import type { Body } from '../markdown/body';
import { firstHeading } from '../markdown/headings';
import type { EvidenceFile } from './evidence';
import { parseEvidence } from './evidence';
import type { EvidenceFields } from '../frontMatter/fields';
import { fieldsOf } from '../frontMatter/fields';
import type { Uri } from '../text/span';

/** The same evidence in little space; as it is where its text cannot be written as UTF-8, which no file's text is. */
export const stored = (evidence: EvidenceFile): EvidenceFile =>
  evidence.text.isWellFormed()
    ? Object.assign(new StoredEvidence(evidence, encoded(evidence.text)), fieldsOf(evidence))
    : evidence;

const encoder = new TextEncoder();

/** Short texts share a piece of memory: thousands of small ones would each have to be asked for, and kept account of. */
const shared = 64 * 1024;
let piece = new Uint8Array(0);

function encoded(text: string): Uint8Array {
  // UTF-8 takes three bytes at most for a UTF-16 code unit.
  const most = text.length * 3;
  if (most > shared / 2) return encoder.encode(text);
  if (most > piece.length) piece = new Uint8Array(shared);
  const { written } = encoder.encodeInto(text, piece);
  const bytes = piece.subarray(0, written);
  piece = piece.subarray(written);
  return bytes;
}

/** A byte order mark is a character of the text here. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** All but the values of the keys. A class, as thousands of these would each have functions of their own. */
class StoredEvidence implements Omit<EvidenceFile, keyof EvidenceFields> {
  readonly isPlan = false;
  readonly uri: Uri;
  readonly elementsKey: EvidenceFile['elementsKey'];
  readonly elements: EvidenceFile['elements'];
  readonly bodyStart: number;
  readonly body: () => Body;
  readonly #bytes: Uint8Array;

  constructor(evidence: EvidenceFile, bytes: Uint8Array) {
    this.uri = evidence.uri;
    this.elementsKey = evidence.elementsKey;
    this.elements = evidence.elements;
    this.bodyStart = evidence.bodyStart;
    this.body = () => this.#whole().body();
    this.#bytes = bytes;
    remember(bytes, evidence);
  }

  get text(): string {
    return recent.get(this.#bytes)?.text ?? decoded(this.#bytes);
  }

  heading(): string | undefined {
    return firstHeading(this.text, this.bodyStart);
  }

  get frontMatter(): EvidenceFile['frontMatter'] {
    return this.#whole().frontMatter;
  }

  get entries(): EvidenceFile['entries'] {
    return this.#whole().entries;
  }

  get misplaced(): EvidenceFile['misplaced'] {
    return this.#whole().misplaced;
  }

  #whole(): EvidenceFile {
    const known = recent.get(this.#bytes);
    if (known) return known;
    const whole = parseEvidence(this.uri, decoded(this.#bytes));
    if (!whole) throw new Error(`${this.uri} was evidence when it was read.`);
    remember(this.#bytes, whole);
    return whole;
  }
}

/** The text that was asked for last: who asks for one often asks again at once. */
let last: { readonly bytes: Uint8Array; readonly text: string } | undefined;

function decoded(bytes: Uint8Array): string {
  if (last?.bytes !== bytes) last = { bytes, text: decoder.decode(bytes) };
  return last.text;
}

/** What has been read whole last: what comes in together is checked together, and a file that is looked at is asked often. */
const recent = new Map<Uint8Array, EvidenceFile>();
const maximumRecent = 128;

function remember(bytes: Uint8Array, whole: EvidenceFile): void {
  recent.set(bytes, whole);
  if (recent.size <= maximumRecent) return;
  const [oldest] = recent.keys();
  if (oldest) recent.delete(oldest);
}
