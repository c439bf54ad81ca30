/** The settings under `evidencePortfolio.`, whatever a client sends for them. */
import type { Connection, DidChangeConfigurationParams, InitializeParams } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { CivilDate } from '../core/text/civilDate';
import { parseDate } from '../core/text/civilDate';
import type { RuleSettings } from '../core/index/check';
import type { Guard } from './guard';
import { letGo } from './guard';

export interface Settings {
  /** Severity by rule code. */
  readonly rules: RuleSettings;
  /** The day from which reviews are judged; undefined: the computer's date. */
  readonly today: CivilDate | undefined;
  /** In which elements are shown, such as `cy`; undefined: as portfolios say. */
  readonly language: string | undefined;
  /** Lines above elements and review dates. */
  readonly codeLens: boolean;
  /** Words behind IDs. */
  readonly inlayHints: boolean;
}

export const defaultSettings: Settings = {
  rules: {},
  today: undefined,
  language: undefined,
  codeLens: true,
  inlayHints: true,
};

const section = 'evidencePortfolio';

/**
 * Asks for the settings now and whenever they change; a client that cannot be asked may send them. Resolves when
 * the first answer has been taken in.
 */
export function followSettings(
  connection: Connection,
  { capabilities }: InitializeParams,
  guard: Guard,
  onSettings: (settings: Settings) => Promise<void>,
): Promise<void> {
  const canAsk = capabilities.workspace?.configuration === true;
  const ask = guard.event('settings', async () => {
    if (canAsk) await onSettings(readSettings(await connection.workspace.getConfiguration(section)));
  });
  connection.onDidChangeConfiguration(
    guard.event('settings', async ({ settings }: DidChangeConfigurationParams) => {
      if (canAsk) await ask(undefined);
      else if (isRecord(settings)) await onSettings(readSettings(settings[section]));
    }),
  );
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
    const registered = connection.client.register(DidChangeConfigurationNotification.type, { section });
    letGo(connection, 'following settings', registered);
  }
  return ask(undefined);
}

/** What makes no sense is passed over. */
export function readSettings(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings;
  const rules = isRecord(value['rules']) ? value['rules'] : {};
  const severities = Object.entries(rules).flatMap(([code, severity]) =>
    typeof severity === 'string'
      ? [[code, severity] as const]
      : severity === false
        ? [[code, 'off'] as const]
        : [],
  );
  const today = typeof value['today'] === 'string' ? parseDate(value['today'].trim()) : undefined;
  return {
    rules: Object.fromEntries(severities),
    today,
    language: textIn(value['language']),
    codeLens: value['codeLens'] !== false,
    inlayHints: value['inlayHints'] !== false,
  };
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
