import { OfficerHoldings } from '../features/assignments/OfficerHoldings';
import { OfficerMonth, OfficerRates } from '../features/fulfilment/OfficerMonth';
import { OfficerYear } from '../features/fulfilment/OfficerYear';
import { HandoverLink } from '../features/handover/HandoverLink';
import { OfficerOpen, OfficerPlaces } from '../features/handover/OfficerOpen';
import { OfficerPage } from '../features/officers/OfficerPage';
import { Panes } from '../ui/Lines';

/** An officer's page with what other rooms tell about the officer. */
export function OfficerScreen() {
  return (
    <OfficerPage
      acts={(id) => <HandoverLink officerId={id} />}
      now={(id, asOf) => (
        <>
          <OfficerRates officerId={id} asOf={asOf} />
          <Panes>
            <OfficerPlaces officerId={id} asOf={asOf} />
            <OfficerMonth officerId={id} asOf={asOf} />
            <OfficerOpen officerId={id} asOf={asOf} />
          </Panes>
        </>
      )}
      holdings={(id, asOf) => (
        <>
          <OfficerYear officerId={id} asOf={asOf} />
          <OfficerHoldings officerId={id} asOf={asOf} />
        </>
      )}
    />
  );
}
