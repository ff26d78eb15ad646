/** For steps whose failure changes nothing that was promised, and which the next load repairs or does without. */
export async function quietly(step: Promise<void>): Promise<void> {
  await step.catch(() => undefined);
}
