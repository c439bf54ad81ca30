/** How folders are read. */
export interface LoadOptions {
  /** Number of files read so far and in all. */
  readonly onProgress?: (read: number, total: number) => void;
  readonly isCancelled?: () => boolean;
  /** Waited for before anything is judged, such as the answer to a question for settings. */
  readonly after?: Promise<unknown>;
}
