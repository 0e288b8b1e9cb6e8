export { classifierOf, createClassifier, defaultWeighting, PROPOSED, type Classified, type Classifier, type Weighting } from './classifier';
export { assignmentsOf } from './decisions';
export { ENOUGH_EXAMPLES, learn, type Example, type Examples, type Learned } from './learning';
export { prepareBook, type PhraseBook } from './phraseBook';
