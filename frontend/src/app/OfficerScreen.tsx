import { OfficerHoldings } from '../features/assignments/OfficerHoldings';
import { OfficerYear } from '../features/fulfilment/OfficerYear';
import { HandoverLink } from '../features/handover/HandoverLink';
import { OfficerPage } from '../features/officers/OfficerPage';

/** An officer's page with what other rooms tell about the officer. */
export function OfficerScreen() {
  return (
    <OfficerPage
      holdings={(id, asOf) => (
        <>
          <HandoverLink officerId={id} />
          <OfficerHoldings officerId={id} asOf={asOf} />
          <OfficerYear officerId={id} asOf={asOf} />
        </>
      )}
    />
  );
}
