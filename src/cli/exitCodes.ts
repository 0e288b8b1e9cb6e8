export const exitCodes = { done: 0, nothingDone: 1, badUsage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
