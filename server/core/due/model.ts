/** What is to be done for a portfolio, by whom and by when: data, from which lists, pages and calendars are made. */
import type { CivilDate } from '../text/civilDate';
import type { Uri } from '../text/span';

/** `review`: evidence to be looked at again; `draft`: to be finished or approved; `element`: one without any evidence. */
export type DueKind = 'review' | 'draft' | 'action' | 'element';

/** `soon`: within the portfolio’s notice of reviews. */
export type Urgency = 'late' | 'soon' | 'later' | 'undated';

export interface DueItem {
  readonly kind: DueKind;
  /** What is to be done: `Review “Annual survey”`. One line, as people wrote it. */
  readonly what: string;
  /** Of the evidence, the words of the action, or the first words of the element. */
  readonly title: string;
  /** IDs of elements that it is about. */
  readonly elements: readonly string[];
  /** The evidence, the plan, or portfolio.yaml. */
  readonly uri: Uri;
  /** Offset in that file; undefined where the place is the file. */
  readonly offset: number | undefined;
  /** The last day on which it is in time; undefined where nobody has set one. */
  readonly by: CivilDate | undefined;
  readonly urgency: Urgency;
  /** A review without which the evidence is out of date on the day of the assessment. */
  readonly expires: boolean;
  /** Who is to do it, each name written as everywhere; none: nobody yet. */
  readonly people: readonly string[];
}

export interface Due {
  /** The day to judge by. */
  readonly today: CivilDate;
  /** Reviews and actions after this day are left out. */
  readonly until: CivilDate;
  /** The day of the assessment, where it is still to come. */
  readonly assessment: CivilDate | undefined;
  /** What is late first, then by day, then what has none. */
  readonly items: readonly DueItem[];
  /** How many reviews and actions are left out, as they are further ahead. */
  readonly further: number;
}

export interface DueOptions {
  /** How far ahead to look; absent: up to the assessment, and `usualDays` where there is none to come. */
  readonly days?: number | undefined;
}

/** Days ahead where no assessment is to come. */
export const usualDays = 90;
