import { create } from 'zustand';

/** Whether a browser window reaches its host; the desktop window always does. */
export const useConnection = create<{ lost: boolean }>(() => ({ lost: false }));
