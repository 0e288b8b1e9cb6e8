import { Suspense, lazy } from 'react';
import { LoadingState } from '../../ui/States';
import type { ReaderPageProps } from './ReaderPage';

const ReaderPage = lazy(() => import('./ReaderPage'));

/** The reader, which is fetched when something is read: the library is there as fast as without it. */
export function ReaderPlace(props: ReaderPageProps) {
  return <Suspense fallback={<LoadingState label="Opening the file" />}><ReaderPage {...props} /></Suspense>;
}
