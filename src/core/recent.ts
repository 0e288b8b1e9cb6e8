/** A library that was open lately. */
export interface RecentLibrary {
  folder: string;
  /** The last part of the folder's path. */
  name: string;
  /** When it was opened last, as an ISO date with time. */
  openedAt: string;
  /** The folder is not there now: moved, or on a disk that is not connected. */
  missing: boolean;
}
