/** The last part of a folder's path, by which a person knows the library. */
export function nameOf(folder: string): string {
  return folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder;
}

/** Whether a path says from the root on where a folder is: `/home/ada/thesis`, `C:\Ada\thesis` or `\\disk\thesis`. */
export function isWhole(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[/\\]|\\\\)/.test(path);
}
