/** Where progress is told: one line at a time, in plain words, without a line end. */
export type Log = (line: string) => void;

export interface DesktopPaths {
  /** The Node 24 that runs the editor: the running one if it is Node 24, else a fetched one. */
  readonly node: string;
  /** The editor's entry point, to be run by `node`. */
  readonly entry: string;
}

export interface WebPaths {
  /** The entry point of `@vscode/test-web`, to be run by the running Node. */
  readonly entry: string;
  /** The folder for `--testRunnerDataDir`; it holds the editor, so nothing is downloaded. */
  readonly data: string;
  /** Forty hexadecimal digits, for `--commit`. */
  readonly commit: string;
}

/** An editor that runs and can be opened in a browser. */
export interface RunningEditor {
  readonly url: string;
  /** A temporary folder with everything the editor writes; `stop` removes it. */
  readonly dataDir: string;
  /** What the editor's processes have printed so far (the last 200,000 characters). */
  output(): string;
  /** The process that all others of the editor are below. */
  readonly pid: number | undefined;
  hasExited(): boolean;
  /** Ends every process of the editor and removes `dataDir`. Safe to call twice. */
  stop(): Promise<void>;
}

export interface RunningDesktop extends RunningEditor {
  /**
   * Makes it as if it had only just been started: nothing is left of an earlier window’s user. To be called while no
   * window is open. Gives the address of the folder.
   */
  show(shown: ShownDesktop): Promise<string>;
  /** Writes some settings of the user, on top of what they are; a window has them when it is loaded again. */
  changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface ShownDesktop {
  /** The folder that is opened, in place; a window without a folder if left out. */
  readonly folder?: string | undefined;
  /** Settings of the user, on top of the quiet ones that every start has. */
  readonly userSettings?: Readonly<Record<string, unknown>> | undefined;
  /**
   * `granted` (the default): every folder is trusted. `restricted`: the window opens in Restricted Mode without
   * asking. `ask`: as for a real user, with the question.
   */
  readonly workspaceTrust?: 'granted' | 'restricted' | 'ask' | undefined;
}

export interface StartDesktopOptions extends ShownDesktop {
  /** A `.vsix` to install first; none if left out. */
  readonly extension?: string | undefined;
  /** A folder with a second extension, which is put beside it as it is; none if left out. */
  readonly beside?: string | undefined;
  /** A free one is found if left out. */
  readonly port?: number | undefined;
  readonly log?: Log | undefined;
}

export interface StartWebOptions {
  /** The folder that is served as a virtual file system (scheme `vscode-test-web`); it is never written to. */
  readonly folder: string;
  /** A folder with `package.json` and the built bundles; no extension if left out. */
  readonly extensionDevelopmentPath?: string | undefined;
  /** A free one is found if left out. */
  readonly port?: number | undefined;
  readonly log?: Log | undefined;
}

/** The folder that holds package.json. */
export const repository: string;

/** Fetches the newest VS Code (Node extension host) into `.vscode-test/desktop/` unless it is there already. */
export function ensureDesktop(options?: { readonly log?: Log | undefined }): Promise<DesktopPaths>;

/** Fetches the oldest supported VS Code for the web into `.vscode-test/web/` unless it is there already. */
export function ensureWeb(options?: { readonly log?: Log | undefined }): Promise<WebPaths>;

/** The file of axe, which judges whether everybody can use a page; fetched when it is first asked for. */
export function ensureAxe(options?: { readonly log?: Log | undefined }): Promise<string>;

/** Starts the newest VS Code; resolves when it answers. Fetches it first where needed. */
export function startDesktop(options: StartDesktopOptions): Promise<RunningDesktop>;

/** Starts the oldest supported VS Code for the web; resolves when it answers. Fetches it first where needed. */
export function startWeb(options: StartWebOptions): Promise<RunningEditor>;

/** The path of a browser of the Chromium family; throws with what to install if there is none. */
export function findBrowser(): string;

/** A port of 127.0.0.1 that nothing listened on a moment ago. */
export function freePort(): Promise<number>;
