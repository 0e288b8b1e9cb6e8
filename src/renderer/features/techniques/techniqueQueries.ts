import { useQuery } from '@tanstack/react-query';
import type { PaperId, TechniqueId } from '../../../core/model';
import { keys } from '../../app/queries';
import { client } from '../../client';

export type CrossedBy = 'technique' | 'status' | 'year';

export const useProfile = (id: TechniqueId) => useQuery({ queryKey: [...keys.techniques, 'profile', id], queryFn: () => client.techniques.profile.query(id) });

/** The evidence of papers for a technique. What was there stays while more is fetched. */
export const useExplained = (techniqueId: TechniqueId, paperIds: PaperId[]) =>
  useQuery({ queryKey: [...keys.techniques, 'explain', techniqueId, paperIds], queryFn: () => client.techniques.explain.query({ techniqueId, paperIds }), placeholderData: (previous) => previous });

export const useCrossTable = (techniques: TechniqueId[], by: CrossedBy) =>
  useQuery({ queryKey: [...keys.techniques, 'cross', by, techniques], queryFn: () => client.techniques.cross.query({ techniques, by }), enabled: techniques.length > 0, placeholderData: (previous) => previous });
