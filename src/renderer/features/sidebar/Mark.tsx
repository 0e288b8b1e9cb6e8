/** The app's mark: an open book on a reading stand. */
export function Mark() {
  return (
    <svg width={20} height={20} viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="var(--lectern-accent)" strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round">
      <path d="M10 4.6C8.2 3.3 5.4 2.9 2.5 3.2v8.6c2.9-.3 5.7.1 7.5 1.4 1.8-1.3 4.6-1.7 7.5-1.4V3.2c-2.9-.3-5.7.1-7.5 1.4Z" fill="color-mix(in srgb, var(--lectern-accent) 18%, transparent)" />
      <path d="M10 4.6V17M6.200 17.200h7.600" />
    </svg>
  );
}
