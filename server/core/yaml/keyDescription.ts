/** What is said of a key of front matter or of portfolio.yaml: completion, hover and schemas take it from here. */

export interface KeyDescription {
  readonly key: string;
  /** One sentence, for people. */
  readonly description: string;
  readonly required?: boolean;
  /** The values that the key accepts, where there is a closed list, each with what it means. */
  readonly values?: Readonly<Record<string, string>>;
}
