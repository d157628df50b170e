import { OfficerHoldings } from '../features/assignments/OfficerHoldings';
import { OfficerYear } from '../features/fulfilment/OfficerYear';
import { OfficerPage } from '../features/officers/OfficerPage';

/** An officer's page with what other rooms tell about the officer. */
export function OfficerScreen() {
  return <OfficerPage holdings={(id, asOf) => <><OfficerHoldings officerId={id} asOf={asOf} /><OfficerYear officerId={id} asOf={asOf} /></>} />;
}
