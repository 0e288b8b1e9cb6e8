const moments = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** A date with its time, as people of this place write it. */
export const momentOf = (at: string): string => moments.format(new Date(at));
