import { useQuery } from '@tanstack/react-query';
import { papers } from '../api/client';

/** The bodies in whose name papers go out, those of the office's settings first. */
export const useIssuers = () => useQuery({ queryKey: ['papers', 'issuers'], queryFn: () => papers.Issuers() });
