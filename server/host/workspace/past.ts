/**
 * The past of a workspace, in an index of its own: a copy of the live index that is told of what has changed since, and
 * looks where the base's files are for the rest. The live index is not touched. The command line and the editor compare
 * in this way.
 */
import type { Frame } from '../../core/history/baseIndex';
import { answersFrom, fileFacts, frameFacts } from '../../core/history/baseIndex';
import type { Fact, PortfolioIndex } from '../../core/index/portfolioIndex';
import type { Days } from '../../core/text/civilDate';
import type { Uri } from '../../core/text/span';
import type { FileAccess } from '../files/fileAccess';
import { nextTurn } from '../files/nextTurn';
import { factOf } from '../files/fileAccess';
import { lookAt, readNamed } from './asking';
import { maximumRounds } from './rounds';

/** Facts that the index takes before other work gets its turn: some 20 ms. */
const factsPerTurn = 200;

export interface PastOptions {
  /** The index of what is there now. */
  readonly live: PortfolioIndex;
  /**
   * Where the files of the base are that neither index knows; undefined where nobody can look: of what cannot be seen,
   * nothing is reported missing.
   */
  readonly access: Pick<FileAccess, 'exist' | 'readMany'> | undefined;
}

export class Past {
  readonly index: PortfolioIndex;
  readonly #live: PortfolioIndex;
  readonly #access: PastOptions['access'];
  #differing: ReadonlyMap<Uri, Fact> = new Map();
  /** What was found where this index alone has asked. */
  #looked = new Map<Uri, Fact>();
  /** Those of them that were read as standards. */
  readonly #standards = new Set<Uri>();
  #told = 0;

  constructor({ live, access }: PastOptions) {
    this.index = live.copy();
    this.#live = live;
    this.#access = access;
  }

  /** Another number whenever the index has been told something that it did not know. */
  get told(): number {
    return this.#told;
  }

  /**
   * Brings the index to a base; that costs what has changed since it was last brought to one.
   * @param frame asked again whenever other work had its turn
   * @param differing files that are otherwise than in the live index, each as it was
   * @param days by which the base is judged; those of the live index where nobody says others
   */
  async bring(frame: () => Frame, differing: ReadonlyMap<Uri, Fact>, days?: Days): Promise<void> {
    this.#differing = differing;
    await this.#lookAgain();
    const facts = this.#missing(frame(), days);
    if (facts.length === 0) return;
    for (let at = 0; at < facts.length; at += factsPerTurn) {
      await this.#tell(facts.slice(at, at + factsPerTurn));
      await nextTurn();
    }
    // What has changed while others had their turn.
    await this.#tell(this.#missing(frame(), days));
  }

  #missing(frame: Frame, days: Days = this.#live.days): readonly Fact[] {
    return [
      ...frameFacts(this.index, { language: this.#live.language, ...frame }, days),
      ...fileFacts(this.index, this.#live, frame.folders, this.#differing, this.#looked),
    ];
  }

  /** Gives facts to the index, and answers what it asks. */
  async #tell(facts: readonly Fact[]): Promise<void> {
    let next = facts;
    for (let round = 1; next.length > 0 && round <= maximumRounds; round++) {
      if (next.some((fact) => !this.#isKnown(fact))) this.#told++;
      const delta = this.index.apply(next);
      const { answers, places, standards } = answersFrom(delta, this.#live, this.#differing);
      const found = [
        ...(await this.#look(places)),
        ...(await this.#read(standards)),
        ...(await this.#readTexts(delta.unknownTexts)),
      ];
      for (const fact of found) if ('uri' in fact) this.#looked.set(fact.uri, fact);
      for (const uri of standards) this.#standards.add(uri);
      next = [...answers, ...found];
    }
  }

  /** Days and language are told each time. */
  #isKnown(fact: Fact): boolean {
    const { days, language } = this.index;
    if (fact.kind === 'today') return fact.today === days.today && fact.asOf === days.asOf;
    return fact.kind === 'language' && fact.language === language;
  }

  /** What was looked at for another comparison may stand otherwise now. */
  async #lookAgain(): Promise<void> {
    const alone = [...this.#looked.keys()].filter(
      (uri) => !this.#differing.has(uri) && !this.#live.told(uri),
    );
    const standards = alone.filter((uri) => this.#standards.has(uri));
    const places = alone.filter((uri) => !this.#standards.has(uri));
    const found = [...(await this.#look(places)), ...(await this.#read(standards))];
    this.#looked = new Map(found.flatMap((fact) => ('uri' in fact ? [[fact.uri, fact]] : [])));
  }

  async #look(places: readonly Uri[]): Promise<readonly Fact[]> {
    const access = this.#access;
    return access ? lookAt(access, this.index, places) : places.map((uri) => ({ kind: 'present', uri }));
  }

  /** Texts that the other index has no use for, as the base has other names for the keys. */
  async #readTexts(uris: readonly Uri[]): Promise<readonly Fact[]> {
    const told = new Map<Uri, Fact>();
    for (const uri of uris) {
      const fact = this.#differing.get(uri) ?? this.#live.told(uri);
      if (fact?.kind === 'text' || fact?.kind === 'file') told.set(uri, fact);
    }
    const others = uris.filter((uri) => !told.has(uri));
    const outcomes = (await this.#access?.readMany(others)) ?? [];
    return [...told.values(), ...outcomes.map((outcome, at) => factOf(others[at] ?? '', outcome))];
  }

  async #read(uris: readonly Uri[]): Promise<readonly Fact[]> {
    const access = this.#access;
    if (!access) return uris.map((uri) => ({ kind: 'absent', uri }));
    return Promise.all(uris.map((uri) => readNamed(access, this.index, uri)));
  }
}
