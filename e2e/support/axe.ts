import axe, { type RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong on the page, outside the elements that are excluded, in words that begin with `place`. */
export async function violationsOn(page: Page, place: string, runOnly?: RunOptions['runOnly'], exclude: string[] = []): Promise<string[]> {
  // Once a page: the source is long, and to send it anew costs as much as to run it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, passed } = await page.evaluate(async ({ options, exclude }) => {
    const { violations, passes } = await (window as unknown as { axe: typeof axe }).axe.run({ exclude }, options);
    return { violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary, html }) => ({ target, failureSummary, html })) })), passed: passes.length };
  }, { exclude, options: { resultTypes: ['violations'], ...(runOnly === undefined ? {} : { runOnly }) } satisfies RunOptions });
  expect(passed, `axe looked at ${place}`).toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary, html }) => `${place}: ${id}: ${target.join(' ')}: ${failureSummary ?? ''}: ${html.slice(0, 200)}`));
}
