/** What the file of an action plan is called. */
export const planName = 'action-plan.md';
