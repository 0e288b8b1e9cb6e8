import type { Library } from './library';
import { defaultSettings, type Settings } from './model';
import { create, edit } from './transaction';

export interface SettingsUseCases {
  get(): Settings;
  /** What is kept up to date is changed by the use cases of bindings alone. */
  change(fields: Partial<Omit<Settings, 'id' | 'bindings'>>): Promise<void>;
}

/** The settings of the library, which are part of it and can be undone like anything else. */
export function settingsUseCases(library: Library): SettingsUseCases {
  return {
    get: () => library.tables.settings.get(defaultSettings.id) ?? defaultSettings,
    async change(fields) {
      await library.commit(({ settings }) => {
        const known = settings.get(defaultSettings.id);
        return {
          label: 'Change the settings of the library',
          changes: known === undefined ? [create('settings', { ...defaultSettings, ...fields })] : edit('settings', known, fields),
        };
      });
    },
  };
}
