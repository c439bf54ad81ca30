import { ProgressLocation, window } from 'vscode';
import type { CancellationToken, Progress } from 'vscode';
import type {
  HandleWorkDoneProgressSignature,
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient';

type WorkDone = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** Milliseconds after which the reading of files gets a notification with a button to stop it. */
const patience = 3000;

/** A reading that goes on. */
interface Reading {
  readonly timer: ReturnType<typeof setTimeout>;
  /** Of what is read, in per cent. */
  percentage: number;
  message: string;
  progress?: Progress<{ readonly message: string; readonly increment: number }>;
  ended?: () => void;
}

export interface ReadingProgress {
  /** Takes what the server tells, as the client's middleware. */
  readonly handle: (token: ProgressToken, told: WorkDone, next: HandleWorkDoneProgressSignature) => void;
  /** Takes every notification away: the server has stopped, and will tell nothing more. */
  readonly end: () => void;
}

/**
 * What the server tells of its first reading stands in the status bar, where nobody can stop it. A reading that takes
 * long has a notification too.
 * @param cancel tells the server that nobody waits for the work with this token
 */
export function readingProgress(cancel: (token: ProgressToken) => void): ReadingProgress {
  const readings = new Map<ProgressToken, Reading>();
  const show = (token: ProgressToken, title: string): void => {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    void window.withProgress(options, (progress, cancellation: CancellationToken) => {
      const reading = readings.get(token);
      if (!reading) return Promise.resolve();
      cancellation.onCancellationRequested(() => cancel(token));
      reading.progress = progress;
      progress.report({ message: reading.message, increment: reading.percentage });
      return new Promise<void>((resolve) => (reading.ended = resolve));
    });
  };
  const end = (token: ProgressToken): void => {
    const reading = readings.get(token);
    readings.delete(token);
    clearTimeout(reading?.timer);
    reading?.ended?.();
  };
  const report = (reading: Reading, { percentage, message }: WorkDoneProgressReport): void => {
    const now = { percentage: percentage ?? reading.percentage, message: message ?? reading.message };
    reading.progress?.report({ message: now.message, increment: now.percentage - reading.percentage });
    Object.assign(reading, now);
  };
  return {
    handle: (token, told, next) => {
      next(token, told);
      if (told.kind === 'begin') {
        const timer = setTimeout(() => show(token, `${told.title} is reading your files`), patience);
        readings.set(token, { timer, percentage: told.percentage ?? 0, message: told.message ?? '' });
        return;
      }
      const reading = readings.get(token);
      if (told.kind === 'end') end(token);
      else if (reading) report(reading, told);
    },
    end: () => [...readings.keys()].forEach(end),
  };
}
