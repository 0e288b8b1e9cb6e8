export { classifierOf, createClassifier, defaultWeighting, PROPOSED, type Classified, type Classifier, type Weighting } from './classifier';
export { assignmentsOf, membershipsOf, type Found } from './decisions';
export { ENOUGH_EXAMPLES, learn, type Example, type Learned } from './learning';
export { prepareBook } from './phraseBook';
export type { Terms } from './vocabulary';
