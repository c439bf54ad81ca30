/** An evidence file as its form shows it. Data only. */
import type { ElementState } from '../../server/words/states';
import type { Choice } from './choice';

export interface FormView {
  readonly title: string;
  /** The portfolios that it counts for, where they are several. */
  readonly portfolios: readonly string[];
  readonly details: readonly FormDetail[];
  readonly elements: readonly FormElement[];
  readonly findings: readonly FormFinding[];
}

/** The kinds of value that a detail may hold, as the server knows them. */
export type ValueKind =
  'text' | 'person' | 'ownNumber' | 'choice' | 'day' | 'lastDay' | 'paths' | 'identifiers' | 'ownIdentifiers';

/** A detail of the file, with what is needed to change it. */
export interface FormDetail {
  readonly key: string;
  readonly label: string;
  /** What it is for. */
  readonly description: string;
  /** The kind of its value: what is drawn hangs on it. */
  readonly holds: ValueKind;
  readonly values: readonly string[];
  readonly state: 'given' | 'missing' | 'invalid';
  /** The value in words, where it says more than the value; what is wrong or missing. */
  readonly words: string;
  /** Where it is one of a few: those, with what they mean. */
  readonly choices: readonly Choice[];
}

export interface FormElement {
  readonly id: string;
  /** A few words of it; empty: the standard has no such element. */
  readonly words: string;
  readonly text: string;
  readonly state: ElementState | undefined;
  readonly stateWords: string;
  readonly stateMeaning: string;
  /** `2 of 3 points addressed`; empty where the file does not list them. */
  readonly points: string;
  readonly guidance: readonly FormPoint[];
}

export interface FormPoint {
  readonly text: string;
  readonly isDone: boolean;
  /** The file lists it. */
  readonly isInFile: boolean;
}

export interface FormFinding {
  /** It is found again by this. */
  readonly name: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** From 1. */
  readonly line: number;
  readonly fixes: readonly string[];
}
