// The only file that knows the generated calls. A room adds two lines: its import and its wrapped calls.
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
import * as phrasesCalls from '../../wailsjs/go/phrases/Service';
import * as issuingCalls from '../../wailsjs/go/issuing/Service';
import * as reportsCalls from '../../wailsjs/go/reports/Service';
import * as sessionsCalls from '../../wailsjs/go/sessions/Service';
import { wrapCalls } from './wrapCalls';

export const app = wrapCalls(appCalls);
export const desk = wrapCalls(deskCalls);
export const access = wrapCalls(accessCalls);
export const units = wrapCalls(unitsCalls);
export const matters = wrapCalls(mattersCalls);
export const officers = wrapCalls(officersCalls);
export const activities = wrapCalls(activitiesCalls);
export const fulfilment = wrapCalls(fulfilmentCalls);
export const duties = wrapCalls(dutiesCalls);
export const exchange = wrapCalls(exchangeCalls);
export const assignments = wrapCalls(assignmentsCalls);
export const papers = wrapCalls(papersCalls);
export const phrases = wrapCalls(phrasesCalls);
export const reports = wrapCalls(reportsCalls);
export const issuing = wrapCalls(issuingCalls);
export const sessions = wrapCalls(sessionsCalls);

/** Types of what Go takes and gives: `Go.units.Office`. */
export type * as Go from '../../wailsjs/go/models';
export { AppError, readFault } from '../lib/fault';
export { onSignedOut } from './wrapCalls';
