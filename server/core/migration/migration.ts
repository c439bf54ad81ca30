/**
 * A portfolio moved to another edition of its standard, as edits of its files: what the editions say is done, what they
 * leave open is asked, and what nobody has answered stays as it is and is told. Nothing is written here.
 */
import type { EvidenceFile } from '../evidence/evidence';
import { findFrontMatter } from '../frontMatter/frontMatter';
import { headingsAround } from '../markdown/headings';
import type { ActionPlan } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import { isNamed } from '../standard/retired';
import type { Standard } from '../standard/standard';
import type { CivilDate } from '../text/civilDate';
import { compareNaturally } from '../text/naturalOrder';
import type { FileEdit } from '../text/fileEdit';
import { altersText } from '../text/fileEdit';
import type { Uri } from '../text/span';
import { withoutOverlaps } from '../text/composedEdits';
import type { Answers, Targets } from './answers';
import { targetsAnywhere, targetsIn } from './answers';
import type { Editions } from './editions';
import { isMoved } from './editions';
import type { LookAgain } from './lookAgain';
import { editionsFor } from './oneOfSeveral';
import { elementsToLookAt, originsOf } from './lookAgain';
import type { LinkedText, MovedPart } from './movedBody';
import { linksFollowing, mentionsLeft, movedHeadings } from './movedBody';
import type { Clash } from './movedDecisions';
import { movedElements } from './movedEvidence';
import type { LinkedPlaces } from './movedLinks';
import type { ManifestMoves } from './movedManifest';
import { movedManifest, newManifest } from './movedManifest';
import { movedRows } from './movedPlan';
import type { MappingMoves, MovedMappings } from './movedMappings';
import { movedMappings } from './movedMappings';
import type { NamedMapping } from './way';
import type { Occurrence } from './occurrence';

export interface MigrationGoal {
  /** Which of the portfolio's standards is moved; its first, where nothing is said. */
  readonly of?: PortfolioStandard;
  readonly to: Standard;
  /** What portfolio.yaml is to call it: its id, or the path of its file. */
  readonly name: string;
  /** Its file, where it has one. */
  readonly uri: Uri | undefined;
  readonly answers: Answers;
  /** Where it says what has become of IDs. */
  readonly mapping?: NamedMapping | undefined;
  /** Evidence that is to be looked at again is of an earlier day. */
  readonly today: CivilDate;
}

export interface Migration {
  readonly editions: Editions;
  /** Undefined where portfolio.yaml is written in a way that no edit here knows: then nothing is to be written. */
  readonly edits: readonly FileEdit[] | undefined;
  /** In the order of the files and of each text. */
  readonly occurrences: readonly Occurrence[];
  readonly clashes: readonly Clash[];
  readonly lookAgain: readonly LookAgain[];
  /**
   * IDs that would stay, and that the newer edition has for something else: left alone, evidence would count for what it
   * was never meant for. Nothing is to be written before they are decided.
   */
  readonly undecided: readonly string[];
}

export function migrated(portfolio: Portfolio, goal: MigrationGoal): Migration {
  const of = goal.of ?? portfolio.standards[0];
  const editions = editionsFor(portfolio, of, goal);
  const anywhere = targetsAnywhere(editions, goal.answers);
  const targetsAt = (uri: Uri): Targets => targetsIn(editions, goal.answers, portfolio.path(uri));
  const hasEvidence = evidenceIn(portfolio, editions);
  const lookAgain = elementsToLookAt(editions, anywhere, hasEvidence);
  const files = filesOf(portfolio);
  const headings = new Map(
    files.map(({ uri, headed }) => [uri, movedHeadings(editions, targetsAt(uri), uri, headed)]),
  );
  const { root } = portfolio;
  const { source, name } = of;
  const places = {
    root,
    isOpen: (id: string) => isMoved(editions.fateOf(id)),
    standard: { name, from: source.kind === 'ready' ? source.uri : undefined, to: goal.uri },
    headings: new Map(
      Array.from(headings).flatMap(([uri, { slugs }]) => (slugs.size > 0 ? [[uri, slugs] as const] : [])),
    ),
  };
  const moved = files.map((file) => {
    const own = headings.get(file.uri);
    return movedFile(file, editions, own ? [own] : [], { ...places, targets: targetsAt(file.uri) });
  });
  const origins = originsOf(editions, anywhere);
  const manifest = manifestMoved(portfolio, goal, {
    editions,
    targets: targetsAt(portfolio.manifestUri),
    standard: { of: name, to: goal.name },
    lookAgain,
    today: goal.today,
    originsOf: (id) => origins.get(id) ?? [],
  });
  const mappings = mappingsMoved(portfolio, goal, of, { editions, targetsAt });
  const occurrences = [
    ...manifest.occurrences,
    ...mappings.occurrences,
    ...moved.flatMap((file) => file.occurrences),
  ];
  return {
    editions,
    edits: manifest.edits && [...manifest.edits, ...mappings.edits, ...moved.flatMap(({ edit }) => edit)],
    occurrences,
    clashes: manifest.clashes,
    lookAgain,
    undecided: undecidedIn(editions, occurrences, manifest.clashes, targetsAt(portfolio.manifestUri)),
  };
}

/** The standard as mappings find it afterwards: under the same name, from another file. */
const mappingsMoved = (
  portfolio: Portfolio,
  { name, uri, to, mapping }: MigrationGoal,
  of: PortfolioStandard,
  moves: Pick<MappingMoves, 'editions' | 'targetsAt'>,
): MovedMappings => {
  const source = to === of.standard ? of.source : { kind: 'ready', ...(uri === undefined ? {} : { uri }) };
  const after = { name: of.name, standard: moves.editions.standard.to, source };
  return movedMappings(portfolio, { ...moves, of, after, name, way: mapping?.uri });
};

/** @param targets of decisions */
function undecidedIn(
  { to, fateOf }: Editions,
  occurrences: readonly Occurrence[],
  clashes: readonly Clash[],
  targets: Targets,
): readonly string[] {
  const counted = ['elements', 'decision', 'assignment', 'action', 'pair'];
  const left = occurrences.filter((one) => !one.to && counted.includes(one.kind)).map(({ id }) => id);
  const clashing = clashes.flatMap(({ decisions }) => decisions.map(({ id }) => id));
  const isOther = (id: string): boolean => {
    const fate = fateOf(id);
    // Without its like in the edition that goes, it would count for what is left.
    if (fate.kind === 'ambiguous') return isNamed(to, id);
    if (!to.nodes.has(id) || !isMoved(fate)) return false;
    if (fate.kind === 'dropped') return true;
    return fate.kind === 'renamed' || ('to' in fate && !fate.to.includes(id));
  };
  // Somebody has said that it is another one, and a second time they could not say it any more.
  const answered = clashing.filter((id) => to.nodes.has(id) && targets(id) !== undefined);
  return [...new Set([...[...left, ...clashing].filter(isOther), ...answered])].sort(compareNaturally);
}

/** Evidence that still counts for something, by an ID as the files write it. */
function evidenceIn(portfolio: Portfolio, { before }: Editions): (id: string) => boolean {
  const named = new Set<string>();
  for (const evidence of portfolio.evidence.values()) {
    const isWithdrawn = evidence.status.kind === 'valid' && evidence.status.value === 'withdrawn';
    if (!isWithdrawn) for (const { id } of evidence.elements) named.add(before(id));
  }
  return (id) => named.has(id) || (portfolio.citations(id) > 0 && portfolio.coverage(id).state !== 'missing');
}

interface OwnFile {
  readonly uri: Uri;
  readonly text: string;
  readonly headed: LinkedText;
  readonly evidence?: EvidenceFile;
  readonly plan?: ActionPlan;
}

function filesOf({ evidence, plans }: Portfolio): readonly OwnFile[] {
  const own: OwnFile[] = [
    ...Array.from(evidence.values(), (file) => ({
      uri: file.uri,
      text: file.text,
      headed: file,
      evidence: file,
    })),
    ...Array.from(plans.values(), (plan) => {
      const { uri, text } = plan;
      const headed: LinkedText = {
        text,
        bodyStart: bodyStartOf(text),
        body: () => plan.body(),
        headingsAt: (places) => headingsAround(text, places),
      };
      return { uri, text, headed, plan };
    }),
  ];
  return own.sort((left, right) => compareNaturally(left.uri, right.uri));
}

function bodyStartOf(text: string): number {
  const block = findFrontMatter(text);
  return block?.kind === 'closed' ? block.content.end : 0;
}

interface MovedFile {
  readonly edit: readonly FileEdit[];
  readonly occurrences: readonly Occurrence[];
}

function movedFile(
  { uri, text, headed, evidence, plan }: OwnFile,
  editions: Editions,
  headings: readonly MovedPart[],
  places: LinkedPlaces,
): MovedFile {
  const { targets } = places;
  const parts = [
    ...(evidence ? [movedElements(editions, targets, evidence)] : []),
    ...(plan ? [movedRows(editions, targets, plan)] : []),
    ...headings,
    linksFollowing(editions, uri, headed, places),
  ];
  const edits = withoutOverlaps(parts.flatMap((part) => part.edits));
  const found = parts.flatMap((part) => part.occurrences);
  const left = mentionsLeft(
    editions,
    targets,
    uri,
    text,
    found.map(({ span }) => span),
  );
  const edit = { kind: 'edit', uri, text, edits } as const;
  return { edit: altersText(edit) ? [edit] : [], occurrences: inOrder([...found, ...left]) };
}

const inOrder = (occurrences: readonly Occurrence[]): readonly Occurrence[] =>
  [...occurrences].sort((left, right) => left.span.start - right.span.start);

interface ManifestPart {
  readonly edits: readonly FileEdit[] | undefined;
  readonly occurrences: readonly Occurrence[];
  readonly clashes: readonly Clash[];
}

function manifestMoved(
  { manifest, manifestUri: uri }: Portfolio,
  { name }: MigrationGoal,
  moves: ManifestMoves,
): ManifestPart {
  if (!manifest) {
    const text = newManifest(uri, name, moves);
    return {
      edits: text === undefined ? undefined : [{ kind: 'create', uri, text }],
      occurrences: [],
      clashes: [],
    };
  }
  const { text } = manifest;
  const { edits, occurrences, clashes } = movedManifest(manifest, moves);
  // What is said of what has changed speaks of earlier IDs.
  const seen = [...manifest.decisions.values()].flatMap(({ span, changed }) =>
    changed.kind === 'valid' ? [span, changed.span] : [span],
  );
  const assigned = occurrences.filter(({ kind }) => kind === 'assignment').map(({ span }) => span);
  const left = mentionsLeft(moves.editions, moves.targets, uri, text, [...seen, ...assigned]);
  const edit = edits && ({ kind: 'edit', uri, text, edits } as const);
  return {
    edits: edit && (altersText(edit) ? [edit] : []),
    occurrences: inOrder([...occurrences, ...left]),
    clashes,
  };
}
