/** The evidence below elements, asked for as it is looked at, and kept until coverage changes. Nothing here knows VS Code. */
import type {
  ElementsWithParams,
  ElementsWithResult,
  EvidenceOfParams,
  EvidenceOfResult,
  EvidenceRow,
  Owner,
  OwnersResult,
  PeopleResult,
  Person,
} from '../../server/lsp/protocol';

/** Asks the server. Fails where it cannot answer. */
export interface EvidenceQuestions {
  readonly of: (params: EvidenceOfParams) => Promise<EvidenceOfResult>;
  readonly with: (params: ElementsWithParams) => Promise<ElementsWithResult>;
  readonly owners: () => Promise<OwnersResult>;
  readonly people: () => Promise<PeopleResult>;
}

/** By the URI of a portfolio's root: the IDs of elements. */
export type ElementsByRoot = ReadonlyMap<string, ReadonlySet<string>>;

export interface EvidenceSource {
  /** What stands below an element. Questions that come together are asked together. */
  of(root: string, element: string): Promise<readonly EvidenceRow[]>;
  /** The elements whose evidence is of some owners, or of a file. */
  with(params: ElementsWithParams): Promise<ElementsByRoot>;
  owners(): Promise<readonly Owner[]>;
  /** Everybody who keeps evidence or is to find some. */
  people(): Promise<readonly Person[]>;
  /** Coverage has changed: what is known may be out of date. */
  forget(): void;
}

/** A source that knows nothing yet. Where the server does not answer, there is no evidence. */
export function createEvidenceSource(ask: EvidenceQuestions): EvidenceSource {
  let known = new Map<string, Promise<readonly EvidenceRow[]>>();
  let waiting = new Map<string, Waiting>();
  const askAll = async (): Promise<void> => {
    const all = waiting;
    waiting = new Map();
    await Promise.all(Array.from(all, ([root, asked]) => askOne(ask, root, asked)));
  };
  return {
    of: (root, element) => {
      const key = `${root}#${element}`;
      const found = known.get(key);
      if (found) return found;
      if (waiting.size === 0) setTimeout(() => void askAll());
      const asked = waiting.get(root) ?? new Map<string, Told>();
      waiting.set(root, asked);
      const answer = new Promise<readonly EvidenceRow[]>((told) => asked.set(element, told));
      known.set(key, answer);
      return answer;
    },
    with: async (params) => {
      const { elements } = await ask.with(params).catch(() => ({ elements: {} }));
      return new Map(Object.entries(elements).map(([root, ids]) => [root, new Set(ids)]));
    },
    people: async () =>
      (await ask.people().catch((): PeopleResult => ({ people: [] }))).people.filter(
        ({ evidence, assignments }) => evidence + assignments > 0,
      ),
    owners: async () => (await ask.owners().catch((): OwnersResult => ({ owners: [] }))).owners,
    forget: () => {
      known = new Map();
    },
  };
}

type Told = (rows: readonly EvidenceRow[]) => void;
/** By the ID of an element. */
type Waiting = Map<string, Told>;

async function askOne({ of }: EvidenceQuestions, root: string, asked: Waiting): Promise<void> {
  const elements = [...asked.keys()];
  const { evidence } = await of({ root, elements }).catch((): EvidenceOfResult => ({ evidence: [] }));
  for (const [at, told] of [...asked.values()].entries()) told(evidence[at] ?? []);
}
