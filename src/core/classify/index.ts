export { createClassifier, defaultWeighting, type Classified, type Classifier, type Weighting } from './classifier';
export { assignmentsOf } from './decisions';
