import type { GridNote } from '../../core/tables/grid';

/** Said of a document in which somebody tracks changes. */
export const changesRead: GridNote = {
  place: undefined,
  text: '',
  reason:
    'The tables have tracked changes that nobody has accepted or refused yet. They were read as if all were accepted: text that was put in counts, text that was taken out does not.',
};
