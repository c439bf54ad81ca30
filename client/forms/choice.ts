/** Something that can be put into a field: its value, what people see, and what it means or why it is offered. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly words: string;
}
