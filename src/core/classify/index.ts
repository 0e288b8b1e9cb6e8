export { createClassifier, defaultWeighting, prepareClassifier, type Classified, type Classifier, type Weighting } from './classifier';
export { assignmentsOf } from './decisions';
