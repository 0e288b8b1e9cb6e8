export * from './ids';
export * from './edtf';
export * from './paper';
export * from './note';
export * from './annotation';
export * from './collection';
export * from './technique';
export * from './settings';
