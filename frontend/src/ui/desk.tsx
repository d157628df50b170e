import { createContext, useContext, type ReactNode } from 'react';

/** What every screen may need to know about the moment and the person. */
export interface DeskView {
  /** Today by Go's clock, "2026-11-22". */
  today: string;
  /** The day the screens show ("tính đến ngày"); normally today. */
  asOf: string;
  setAsOf: (day: string) => void;
  /** Whether the signed-in person may call "<package>.<Method>". A button that would be refused is not shown. */
  can: (action: string) => boolean;
  /** The office's name, as it stands in a sentence. */
  office: string;
  userName: string;
  /** The officer whose account it is; none where the administrator has not said so. */
  mine?: { id: string; name: string };
}

const Context = createContext<DeskView>({
  today: '',
  asOf: '',
  setAsOf: () => {},
  can: () => false,
  office: '',
  userName: '',
});

export function DeskProvider({ value, children }: { value: DeskView; children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useDesk(): DeskView {
  return useContext(Context);
}
