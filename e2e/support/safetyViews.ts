import { expect, type Page } from '@playwright/test';
import { Backups } from '../pages/backups';
import { Condition } from '../pages/condition';
import { HistoryDialog, HistoryTab } from '../pages/history';
import { Library } from '../pages/library';
import { LibraryMenu } from '../pages/libraryMenu';
import { Paper } from '../pages/paper';
import type { Showcase } from './seed';
import { go, showSidebar, tourOf, type Tour, type Way } from './ways';

/** The menu of the library and the backups to which it leads. */
export function safetyViews(page: Page): Record<string, Way> {
  const menu = new LibraryMenu(page);
  const backups = new Backups(page);
  const openBackups = async (): Promise<void> => {
    await showSidebar(page);
    await menu.choose('Backups…');
    await expect(backups.rows.first()).toBeVisible();
    await expect(backups.days).toBeVisible();
  };
  return {
    'library menu': async () => {
      await showSidebar(page);
      await menu.button.click();
      await expect(menu.item('Backups…')).toBeVisible();
    },
    backups: openBackups,
    'backups, what would change': async () => {
      await openBackups();
      await backups.previewNewest();
    },
    // A desktop window has the dialog of the system instead.
    ...(page.url().startsWith('http') && {
      'open another library': async () => {
        await showSidebar(page);
        await menu.choose('Open another library…');
        await menu.folder.fill('thesis');
        await menu.open.click();
        await expect(menu.folder).toHaveAccessibleDescription(/Write the whole path/);
      },
    }),
  };
}

/** The history of the library, and of a paper and its notes. */
export function historyViews(page: Page, { rich }: Showcase): Record<string, Way> {
  const history = new HistoryDialog(page);
  const paper = new Paper(page);
  const openHistory = async (): Promise<void> => {
    await showSidebar(page);
    await new LibraryMenu(page).choose('History of the library');
    await expect(history.steps.first()).toBeVisible();
  };
  const openTab = async (): Promise<void> => {
    await go(page, `/paper/${rich}`);
    await paper.tab('History').click();
    await expect(new HistoryTab(page).timeline.versions.first()).toBeVisible();
  };
  return {
    history: openHistory,
    'history, step opened': async () => {
      await openHistory();
      await history.step('Import').click();
      await expect(history.touched('QLoRA: Efficient Finetuning of Quantized LLMs')).toBeVisible();
    },
    'history, of a paper': async () => {
      await openHistory();
      await history.step('Import').click();
      await history.touched('QLoRA: Efficient Finetuning of Quantized LLMs').click();
      await expect(history.timeline.versions.first()).toBeVisible();
    },
    'paper, history': openTab,
    'paper, history of a note': async () => {
      await openTab();
      await new HistoryTab(page).subject.selectOption({ label: 'Note: Reading notes' });
      await expect(new HistoryTab(page).timeline.versions).toHaveCount(1);
    },
  };
}

/** The views of a library that `damagedShowcase` made. */
export function damagedTour(page: Page): Tour {
  const condition = new Condition(page);
  const list = async (): Promise<void> => {
    await go(page, '/all');
    await expect(condition.banner).toBeVisible();
    await expect(condition.restoreNewest).toBeEnabled();
    await expect(new Library(page).rows.nth(3)).toBeVisible();
  };
  return tourOf(page, {
    damaged: list,
    'damaged, what is lost': async () => {
      await list();
      if (!(await condition.losses.first().isVisible())) await condition.whatIsLost.click();
      await expect(condition.losses.first()).toBeVisible();
    },
    'damaged, what a backup would bring back': async () => {
      await list();
      await condition.restoreNewest.click();
      await expect(new Backups(page).preview).toBeVisible();
    },
  });
}
