/** A piece of work that is done once for all who ask for it while it goes on. */
export function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => { running = undefined; });
    return running;
  };
}
