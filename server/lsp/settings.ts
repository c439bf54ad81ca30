/** The settings under `evidencePortfolio.`, whatever a client sends for them. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { CivilDate } from '../core/civilDate';
import { parseDate } from '../core/civilDate';
import type { RuleSettings } from '../core/check';

export interface Settings {
  /** Severity by rule code. */
  readonly rules: RuleSettings;
  /** The day from which reviews are judged; undefined: the computer's date. */
  readonly today: CivilDate | undefined;
}

export const defaultSettings: Settings = { rules: {}, today: undefined };

const section = 'evidencePortfolio';

/** Asks for the settings now and whenever they change; a client that cannot be asked may send them. */
export function followSettings(
  connection: Connection,
  { capabilities }: InitializeParams,
  onSettings: (settings: Settings) => void,
): Promise<void> {
  const canAsk = capabilities.workspace?.configuration === true;
  const ask = async (): Promise<void> => {
    if (canAsk) onSettings(readSettings(await connection.workspace.getConfiguration(section)));
  };
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (canAsk) await ask();
    else if (isRecord(settings)) onSettings(readSettings(settings[section]));
  });
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section });
  }
  return ask();
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
  return { rules: Object.fromEntries(severities), today };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
