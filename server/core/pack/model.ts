/** What a pack says and holds, before anything is a page. */
import type { ElementState, CoverageSummary } from '../../words/states';
import type { EvidenceFile } from '../evidence/evidence';
import type { Kind } from '../frontMatter/keys';
import type { AwardStanding, ElementAssessment } from '../portfolio/assessment';
import type { Standard, StandardNode } from '../standard/standard';
import type { CivilDate } from '../text/civilDate';
import type { Copies, Copy } from './copies';
import type { PackOptions } from './selection';
import type { Moment } from './visits';

/** A piece of evidence as it is packed. */
export interface PackedEvidence {
  readonly file: EvidenceFile;
  /** Begins every `id` of its text in a page: no two pieces have the same. */
  readonly key: string;
  /** Of its page, from the top of the pack. */
  readonly path: string;
  /** Of its file, from the folder of the portfolio. */
  readonly source: string;
  readonly title: string;
  readonly ref: string | undefined;
  readonly kind: Kind | undefined;
  /** What people say, or what can be seen on site: told, and not shown. */
  readonly isTold: boolean;
  /** Undefined in a pack for everybody. */
  readonly owner: string | undefined;
  readonly standing: 'current' | 'overdue' | 'draft';
  readonly date: CivilDate | undefined;
  readonly reviewBy: CivilDate | undefined;
  /** Where it is told, and when: as the file says it, and as a day and time where that can be read. */
  readonly where: string | undefined;
  readonly when: string | undefined;
  readonly moment: Moment | undefined;
}

export interface PackedAttachment {
  /** For people: the file’s name and the page, or the address. */
  readonly words: string;
  readonly lead: PackedLead;
}

/** Where a link of a page leads; paths are from the top of the pack. */
export type PackedLead =
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'place'; readonly fragment: string }
  | { readonly kind: 'evidence'; readonly evidence: PackedEvidence; readonly fragment: string }
  | { readonly kind: 'copy'; readonly copy: Copy; readonly tail: string }
  /** It becomes text. `why` ends the sentence “It is not in the pack: …”. */
  | { readonly kind: 'text'; readonly why: string };

export interface PackedElement {
  readonly node: StandardNode;
  readonly path: string;
  readonly state: ElementState;
  /** Why it does not apply; empty where nobody says. */
  readonly reason: string;
  readonly assessment: ElementAssessment;
  /** The strongest first. */
  readonly shown: readonly PackedEvidence[];
  readonly told: readonly PackedEvidence[];
  readonly strongest: ReadonlySet<PackedEvidence>;
}

export interface PackedStandard {
  readonly standard: Standard;
  readonly summary: CoverageSummary;
  readonly award: readonly AwardStanding[];
  /** By the ID of the node, in the order of the standard. */
  readonly elements: ReadonlyMap<string, PackedElement>;
}

export interface PackContents {
  readonly title: string;
  /** The day to judge reviews by. */
  readonly day: CivilDate;
  readonly assessmentDate: CivilDate | undefined;
  readonly options: PackOptions;
  readonly standards: readonly PackedStandard[];
  readonly evidence: readonly PackedEvidence[];
  /** For no element that a standard has. */
  readonly strays: readonly PackedEvidence[];
  /** What is told, by day and time; none in a pack for everybody. */
  readonly visits: readonly PackedEvidence[];
  /** Attachments that are not in the pack. */
  readonly lacking: readonly {
    readonly evidence: PackedEvidence;
    readonly words: string;
    readonly why: string;
  }[];
  readonly copies: Copies;
  /** None in a pack for everybody. */
  readonly attachmentsOf: (evidence: PackedEvidence) => readonly PackedAttachment[];
  /** Where a link or a picture of its text leads. */
  readonly leadOf: (evidence: PackedEvidence, destination: string) => PackedLead;
}
