/** evidencePortfolio/fileStates: what is to be said of files where they are listed, told unasked as it changes. */
import type { Uri } from '../../../core/text/span';
import { fileState } from '../../../features/views/fileStates';
import type { News } from '../../../host/workspace/workspace';
import type { FileStateRow } from '../../protocol';
import { FileStatesNotification } from '../../protocol';
import type { Session } from '../../session';
import type { Service } from '../service';

/** Milliseconds of quiet before states are told: whoever types has made a word of it by then. */
const quiet = 300;

export const fileStatesService: Service = {
  capabilities: {},
  serve: ({ connection, session }) => {
    const teller = new StateTeller(session);
    let timer: ReturnType<typeof setTimeout> | undefined;
    session.onNews.add((news) => {
      if (session.options.fileStates !== true) return;
      teller.note(news);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const files = teller.changed();
        if (files.length > 0) void connection.sendNotification(FileStatesNotification, { files });
      }, quiet);
    });
    session.onStop.add(() => clearTimeout(timer));
  },
};

/** Knows what has been told, so that what has changed is told and no more. */
class StateTeller {
  readonly #session: Session;
  readonly #told = new Map<Uri, string>();
  readonly #touched = new Set<Uri>();
  /** Evidence of any file may count otherwise. */
  #isAll = false;

  constructor(session: Session) {
    this.#session = session;
  }

  note({ findings, coverage }: News): void {
    for (const uri of findings.keys()) this.#touched.add(uri);
    if (coverage.size > 0) this.#isAll = true;
  }

  /** What is otherwise than it was told, with null where nothing is to be said of a file any longer. */
  changed(): readonly FileStateRow[] {
    const files = this.#isAll ? this.#all() : [...this.#touched];
    this.#isAll = false;
    this.#touched.clear();
    return files.flatMap((uri): readonly FileStateRow[] => {
      const state = fileState(this.#session.index, uri);
      const said = state && `${state.mark} ${state.words}`;
      if (this.#told.get(uri) === said) return [];
      if (said === undefined) this.#told.delete(uri);
      else this.#told.set(uri, said);
      return [{ uri: this.#session.addressOf(uri), state: state ?? null }];
    });
  }

  #all(): readonly Uri[] {
    const { index } = this.#session;
    const evidence = index.portfolios().flatMap((portfolio) => [...portfolio.evidence.keys()]);
    return [...new Set([...this.#touched, ...this.#told.keys(), ...evidence])];
  }
}
