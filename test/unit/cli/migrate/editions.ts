/** Two editions of a standard, and a portfolio against the first one: for tests of moving from one to the other. */
import { smallText } from '../../support/standards';

export const ratings = smallText.split('\n').slice(2, 4).join('\n');

export const edition2020 = `title: Good Libraries
edition: "2020"
levels: [Part, Element]
${ratings}
children:
  - id: "1"
    title: Welcome
    children:
      - { id: "1.1", text: People are greeted }
      - { id: "1.2", text: The opening hours are known }
      - { id: "1.3", text: There is room for prams and for wheelchairs }
      - { id: "1.4", text: Visitors find the toilets }
  - id: "2"
    title: Answers
    children:
      - { id: "2.1", text: Questions are answered }
      - { id: "2.2", text: Complaints are answered }
      - { id: "2.3", text: Letters get a reply within ten days }
      - { id: "2.10", text: Fax messages are confirmed }
  - id: "3"
    title: Books
    children:
      - { id: "3.1", text: Books are on their shelves }
      - { id: "3.2", text: New books are shown }
  - id: "4"
    title: Staff
    children:
      - { id: "4.1", text: Staff are trained }
`;

/**
 * Renames (1.4, 4, 4.1), splits (1.3), merges (2.1 and 2.2), drops (2.10), swaps (3.1 and 3.2), says something in other
 * words (2.3), and does not say what has become of 1.2.
 */
export const edition2026 = `title: Good Libraries
edition: "2026"
levels: [Part, Element]
${ratings}
retired:
  "1.3": ["1.3a", "1.3b"]
  "1.4": "1.6"
  "2.1": "2.2"
  "2.10":
  "3.1": "3.2"
  "3.2": "3.1"
  "4": "5"
  "4.1": "5.1"
children:
  - id: "1"
    title: Welcome
    children:
      - { id: "1.1", text: People are greeted }
      - { id: "1.3a", text: There is room for prams }
      - { id: "1.3b", text: There is room for wheelchairs }
      - { id: "1.5", text: The opening hours are known }
      - { id: "1.6", text: Visitors find the toilets }
  - id: "2"
    title: Answers
    children:
      - { id: "2.2", text: Questions and complaints are answered }
      - { id: "2.3", text: "Letters, and all other messages, get a reply within five days" }
  - id: "3"
    title: Books
    children:
      - { id: "3.1", text: New books are shown }
      - { id: "3.2", text: Books are on their shelves }
  - id: "5"
    title: Staff
    children:
      - { id: "5.1", text: Staff are trained }
`;

export const portfolio: Readonly<Record<string, string>> = {
  'standards/2020.yaml': edition2020,
  'standards/2026.yaml': edition2026,
  'portfolio.yaml': `# Kept by the Library Services Manager.
title: Anytown
standard: standards/2020.yaml # the edition of our certificate

assessment:
  # Agreed in the meeting of May.
  1.3: { self: good } # both lifts work
  "1.4": { applicable: false, reason: 'No toilets, see 2.10' }
  2.1: { self: good, comment: Quick }
  2.2: { self: fair }
  3.1:
    self: poor
    # To be asked about.
    comment: Not all of them
  3.2: { self: good }
`,
  'evidence/welcome.md': `---
title: Welcome desk
elements:
  - 1.1 # at the door
  - "1.4"   # signs
  - 1.3
date: 2025-03-01
---

# 1.4 Toilets

See [the answers](answers.md#21-questions), [the shelves](#31), [the standard](../standards/2020.yaml) and 1.4 on the map.
The lifts: 1.3.
`,
  'evidence/answers.md': `---
elements: [2.1, 2.2, '2.10', 2.3]
date: 2025-03-01
---

## 2.1 Questions

By e-mail, within a day. [Up](#21-questions)

## 2.10 Fax

We keep one.

2.3 Letters
-----------

All of them.
`,
  'evidence/books.md': `---
elements: 3.1, 3.2
---

# 3.2 New books

On the [first table](#32-new-books).
`,
  'evidence/windows.md':
    '---\r\nelements:\r\n- 4.1\r\n- 3.1\r\n- 1.2\r\n---\r\n\r\nTrained, on 4.1 and 4.10.\r\n',
  'action-plan.md': `# Action plan

| Ref No. | Action             | Responsibility | Progress    |
| ------- | ------------------ | -------------- | ----------- |
| 4       | Staff              |                |             |
| **4.1** | Train \\| coach 4.1 | A. Reader      | in progress |
| 1.3     | Widen the door     | B. Writer      | not started |
| 3.1     | Sort them          |                |             |
`,
};
