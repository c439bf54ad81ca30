/** One of the standards that a portfolio is kept against, with what the portfolio has for it. Outputs loop over them. */
import type { EvidenceFile } from '../evidence/evidence';
import type { Decision } from '../manifest/manifest';
import type { AdoptedStandard, StandardSource } from '../manifest/standardShelf';
import type { Profile, Standard, StandardNode } from '../standard/standard';
import type { ElementCoverage } from './coverage';
import type { CoverageSummary } from '../../words/states';
import { summarise } from './coverage';

/** What a portfolio knows of an element, whichever standard it is of. */
interface Elements {
  readonly coverage: (id: string) => ElementCoverage;
  readonly decision: (id: string) => Decision | undefined;
  readonly evidenceFor: (id: string) => readonly EvidenceFile[];
}

export class PortfolioStandard implements AdoptedStandard {
  readonly name: string | undefined;
  readonly standard: Standard;
  readonly source: StandardSource;
  readonly profile: Profile | undefined;
  readonly #elements: Elements;
  #decisions: readonly Decision[] | undefined;

  constructor({ name, standard, source, profile }: AdoptedStandard, elements: Elements) {
    this.name = name;
    this.standard = standard;
    this.source = source;
    this.profile = profile;
    this.#elements = elements;
  }

  /** What it is called where others stand beside it: `ISO: Quality management systems`; undefined where none can. */
  get heading(): string | undefined {
    return this.name === undefined ? undefined : `${this.name}: ${this.standard.title}`;
  }

  /** The nodes at the top of its tree. */
  get roots(): readonly StandardNode[] {
    return this.standard.roots;
  }

  coverage(id: string): ElementCoverage {
    return this.#elements.coverage(id);
  }

  decision(id: string): Decision | undefined {
    return this.#elements.decision(id);
  }

  /** What the manifest says of its elements, in the order of the standard. */
  get decisions(): readonly Decision[] {
    this.#decisions ??= Array.from(this.standard.nodes.keys()).flatMap((id) => this.decision(id) ?? []);
    return this.#decisions;
  }

  /** Files that name an element, withdrawn ones too, in the natural order of their paths. */
  evidenceFor(id: string): readonly EvidenceFile[] {
    return this.#elements.evidenceFor(id);
  }

  /** Adds up the elements of the standard, or those among some of its nodes and below them. */
  summary(nodes: readonly StandardNode[] = this.roots): CoverageSummary {
    return summarise(nodes, (id) => this.coverage(id));
  }
}
