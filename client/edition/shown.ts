/** What is on show before a move, and what has been answered. */
import type { MigrationPreview } from '../../server/lsp/protocol';

export type Shown = Extract<MigrationPreview, { kind: 'preview' }>;

/** By ID, what is to stand in its place. */
export type Answers = Readonly<Record<string, readonly string[]>>;
