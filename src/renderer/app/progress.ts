import { create } from 'zustand';
import type { Progress } from '../../core/imports';

/** The reading of an input that a window waits for, by the name it gave it; the last that was told of. */
export const useReading = create<{ job: string; part: number } | null>(() => null);

/** The other long work that the host is doing, as it last told. */
export const useProgress = create<{ progress: Progress | null; show: (progress: Progress | null) => void }>((set) => ({
  progress: null,
  show: (progress) => set({ progress: progress !== null && progress.done >= progress.total ? null : progress }),
}));
