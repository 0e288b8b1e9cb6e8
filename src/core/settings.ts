import { DomainError } from './errors';
import { problemOfPattern } from './files/naming';
import { allRenamings } from './files/places';
import { keyPatternFrom } from './formats/citationKey';
import type { Library } from './library';
import { defaultSettings, type Settings } from './model';
import type { ReadonlyTables } from './tables';
import { create, edit } from './transaction';

export interface SettingsUseCases {
  get(): Settings;
  /** Throws `invalid-input` for a pattern that is wrong. Another pattern for files renames those that are there. What is kept up to date is changed by the use cases of bindings alone. */
  change(fields: Partial<Omit<Settings, 'id' | 'bindings'>>): Promise<void>;
}

/** The settings of the library, which are part of it and can be undone like anything else. */
export function settingsUseCases(library: Library): SettingsUseCases {
  return {
    get: () => settingsIn(library.tables),
    async change(fields) {
      if (fields.keyPattern !== undefined) keyPatternFrom(fields.keyPattern);
      const problem = fields.filePattern === undefined ? null : problemOfPattern(fields.filePattern);
      if (problem !== null) throw new DomainError('invalid-input', `The pattern for files is wrong. ${problem}`);
      await library.commit((tables) => {
        const known = tables.settings.get(defaultSettings.id);
        const changes = known === undefined ? [create('settings', { ...defaultSettings, ...fields })] : edit('settings', known, fields);
        if (fields.filePattern !== undefined) changes.push(...allRenamings(tables, fields.filePattern));
        return { label: 'Change the settings of the library', changes };
      });
    },
  };
}

export function settingsIn({ settings }: Pick<ReadonlyTables, 'settings'>): Settings {
  return settings.get(defaultSettings.id) ?? defaultSettings;
}
