export * from './checking';
export * from './fields';
export * from './findings';
export * from './parser';
export * from './printer';
export * from './tree';
