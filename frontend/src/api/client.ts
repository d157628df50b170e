// The only file that knows the generated calls. A room adds two lines: its import and its door.
import * as accessCalls from '../../wailsjs/go/access/Service';
import * as activitiesCalls from '../../wailsjs/go/activities/Service';
import * as appCalls from '../../wailsjs/go/border/App';
import * as deskCalls from '../../wailsjs/go/desk/Service';
import * as dutiesCalls from '../../wailsjs/go/duties/Service';
import * as exchangeCalls from '../../wailsjs/go/exchange/Service';
import * as fulfilmentCalls from '../../wailsjs/go/fulfilment/Service';
import * as mattersCalls from '../../wailsjs/go/matters/Service';
import * as officersCalls from '../../wailsjs/go/officers/Service';
import * as unitsCalls from '../../wailsjs/go/units/Service';
import * as assignmentsCalls from '../../wailsjs/go/assignments/Service';
import * as papersCalls from '../../wailsjs/go/papers/Service';
import * as issuingCalls from '../../wailsjs/go/issuing/Service';
import * as reportsCalls from '../../wailsjs/go/reports/Service';
import * as sessionsCalls from '../../wailsjs/go/sessions/Service';
import { door } from './door';

export const app = door(appCalls);
export const desk = door(deskCalls);
export const access = door(accessCalls);
export const units = door(unitsCalls);
export const matters = door(mattersCalls);
export const officers = door(officersCalls);
export const activities = door(activitiesCalls);
export const fulfilment = door(fulfilmentCalls);
export const duties = door(dutiesCalls);
export const exchange = door(exchangeCalls);
export const assignments = door(assignmentsCalls);
export const papers = door(papersCalls);
export const reports = door(reportsCalls);
export const issuing = door(issuingCalls);
export const sessions = door(sessionsCalls);

/** Types of what Go takes and gives: `Go.units.Office`. */
export type * as Go from '../../wailsjs/go/models';
export { AppError, readFault } from '../lib/fault';
export { onSignedOut } from './door';
