import { create } from 'zustand';
import type { Progress } from '../../core/imports';

/** The long work that the host is doing, as it last told. */
export const useProgress = create<{ progress: Progress | null; show: (progress: Progress | null) => void }>((set) => ({
  progress: null,
  show: (progress) => set({ progress: progress !== null && progress.done >= progress.total ? null : progress }),
}));
