export namespace access {
	
	export interface Credentials {
	    login: string;
	    password: string;
	}
	export interface Draft {
	    values: string;
	    savedAt: string;
	}
	export interface PasswordChange {
	    current: string;
	    next: string;
	}
	export interface Session {
	    userId: string;
	    login: string;
	    name: string;
	    role: string;
	    locked: boolean;
	}
	export interface SessionStatus {
	    signedIn: boolean;
	    session: Session;
	    roleWord: string;
	}
	export interface User {
	    id: string;
	    login: string;
	    name: string;
	    role: string;
	    active: boolean;
	    createdAt: string;
	}
	export interface UserInput {
	    id: string;
	    login: string;
	    name: string;
	    position: string;
	    active: boolean;
	    password: string;
	}

}

export namespace activities {
	
	export interface Attendance {
	    id: string;
	    meetingId: string;
	    officerId: string;
	    assignmentId: string;
	    result: string;
	    substituteId: string;
	    reason: string;
	    sortOrder: number;
	    officerName: string;
	    officerPost: string;
	    substituteName: string;
	    resultWord: string;
	}
	export interface AttendanceInput {
	    officerId: string;
	    result: string;
	    substituteId: string;
	    reason: string;
	}
	export interface DayMeeting {
	    id: string;
	    kind: string;
	    kindWord: string;
	    time: string;
	    hosts: string;
	    outcome: string;
	    outcomeWord: string;
	}
	export interface CalendarDay {
	    day: string;
	    weekday: string;
	    lunar: string;
	    lunarDay: number;
	    lunarMonth: number;
	    leap: boolean;
	    working: boolean;
	    holiday: string;
	    meetings: DayMeeting[];
	    meetingCount: number;
	}
	export interface CalendarFilter {
	    span: dates.Span;
	    underId: string;
	    officerId: string;
	}
	export interface Contribution {
	    id: string;
	    meetingId: string;
	    officerId: string;
	    fieldCode: string;
	    summary: string;
	    accepted: string;
	    sortOrder: number;
	    officerName: string;
	    fieldName: string;
	    acceptedWord: string;
	}
	export interface ContributionInput {
	    officerId: string;
	    fieldCode: string;
	    summary: string;
	    accepted: string;
	}
	export interface Conveyance {
	    id: string;
	    meetingId: string;
	    topic: string;
	    sortOrder: number;
	}
	
	export interface Entry {
	    id: string;
	    kind: string;
	    plannedOn: string;
	    plannedTime: string;
	    heldOn: string;
	    day: string;
	    place: string;
	    state: string;
	    stateReason: string;
	    movedFrom: string;
	    papersSentOn: string;
	    papersCount?: number;
	    present?: number;
	    total?: number;
	    note: string;
	    createdAt: string;
	    createdBy: string;
	    deletedAt: string;
	    kindWord: string;
	    stateWord: string;
	    outcome: string;
	    outcomeWord: string;
	    lunar: string;
	    postponedTo: string;
	    hosts: units.Ref[];
	    attendances: Attendance[];
	    contributions: Contribution[];
	    conveyances: Conveyance[];
	}
	export interface Field {
	    code: string;
	    name: string;
	    validFrom: string;
	    validTo: string;
	}
	export interface GridRow {
	    unitId: string;
	    unitName: string;
	    unitLabel: string;
	    parentName: string;
	    meetingId: string;
	    shared: string;
	    officerId: string;
	    officerName: string;
	    more: number;
	    plannedOn: string;
	    day: string;
	    lunar: string;
	    outcome: string;
	    substituteId: string;
	    substitute: string;
	    present?: number;
	    total?: number;
	    contribution: string;
	    note: string;
	}
	export interface Grid {
	    month: string;
	    label: string;
	    kind: string;
	    word: string;
	    rows: GridRow[];
	    tooMany: number;
	}
	export interface GridFilter {
	    month: string;
	    kind: string;
	    underId: string;
	}
	export interface GridInput {
	    filter: GridFilter;
	    rows: GridRow[];
	    guardReason: string;
	}
	
	export interface GridSaved {
	    saved: number;
	    notices: string[];
	    grid: Grid;
	}
	export interface LogKey {
	    day: string;
	    id: string;
	}
	export interface LogFilter {
	    span: dates.Span;
	    underId: string;
	    officerId: string;
	    kind: string;
	    outcome: string;
	    text: string;
	    state?: string;
	    with?: string;
	    fieldCode?: string;
	    topic?: string;
	    ids?: string[];
	    bin?: boolean;
	    newest: boolean;
	    limit: number;
	    after?: LogKey;
	}
	
	export interface LogPage {
	    items: Entry[];
	    more: boolean;
	}
	export interface LogTotal {
	    total: number;
	    more: boolean;
	}
	export interface MeetingRow {
	    kind: string;
	    state: string;
	    day: string;
	    time: string;
	    place: string;
	    unitId: string;
	    officerId: string;
	    result: string;
	    reason: string;
	    present?: number;
	    total?: number;
	    note: string;
	}
	export interface ManyMeetings {
	    rows: MeetingRow[];
	    guardReason: string;
	}
	export interface ManySaved {
	    ids: string[];
	    notices: string[];
	}
	export interface MeetingInput {
	    id: string;
	    kind: string;
	    state: string;
	    plannedOn: string;
	    plannedTime: string;
	    heldOn: string;
	    postponedTo: string;
	    stateReason: string;
	    place: string;
	    hostIds: string[];
	    papersSentOn: string;
	    papersCount?: number;
	    present?: number;
	    total?: number;
	    note: string;
	    attendances: AttendanceInput[];
	    contributions: ContributionInput[];
	    conveyances: string[];
	    guardReason: string;
	}
	
	export interface PlanInput {
	    kind: string;
	    period: string;
	    lunar: boolean;
	    day: number;
	    unitIds: string[];
	    underId: string;
	    time: string;
	    place: string;
	    guardReason: string;
	}
	export interface Planning {
	    created: number;
	    known: number;
	    closed: number;
	    days: string[];
	}
	export interface Responsible {
	    officerId: string;
	    name: string;
	    post: string;
	    unitId: string;
	    assignmentId: string;
	    kindName: string;
	    primary: boolean;
	    member: boolean;
	}
	export interface Prefill {
	    expected: Responsible[];
	    hosts: units.Ref[];
	    closed: string[];
	    lunar: string;
	}
	
	export interface Saved {
	    entry: Entry;
	    notices: string[];
	}
	export interface ScheduleRow {
	    unitId: string;
	    label: string;
	    meetingId: string;
	    day: string;
	    lunar: string;
	    time: string;
	    place: string;
	    stateWord: string;
	    officers: string[];
	    joint: boolean;
	    note: string;
	}
	export interface Schedule {
	    month: string;
	    label: string;
	    deadline: string;
	    late: boolean;
	    rows: ScheduleRow[];
	    registered: number;
	    missing: number;
	}
	export interface ScheduleFilter {
	    month: string;
	    kind: string;
	    underId: string;
	}
	export interface ScheduleLine {
	    unitId: string;
	    label: string;
	    meetingId: string;
	    day: string;
	    time: string;
	    place: string;
	    note: string;
	}
	export interface ScheduleInput {
	    filter: ScheduleFilter;
	    rows: ScheduleLine[];
	    guardReason: string;
	}
	
	
	export interface ScheduleSaved {
	    saved: number;
	    notices: string[];
	    schedule: Schedule;
	}
	export interface Unrecorded {
	    kind: string;
	    word: string;
	    month: string;
	    label: string;
	    count: number;
	}
	export interface Upcoming {
	    entry: Entry;
	    ready: string;
	    text: string;
	}
	export interface Vacancy {
	    unitId: string;
	    label: string;
	    kindId: string;
	    kindName: string;
	    days: number;
	    since: string;
	}
	export interface Vocabulary {
	    kinds: store.Word[];
	    states: store.Word[];
	    results: store.Word[];
	    outcomes: store.Word[];
	    accepted: store.Word[];
	    fields: Field[];
	}
	export interface Week {
	    from: string;
	    last: string;
	    label: string;
	    meetings: Upcoming[];
	    meetingCount: number;
	    unrecorded: Unrecorded[];
	    vacant: Vacancy[];
	    vacantCount: number;
	    required: number;
	}

}

export namespace assignments {
	
	export interface AnnexLine {
	    act: string;
	    kindId: string;
	    officerId: string;
	    teamId: string;
	    targetId: string;
	    primary: boolean;
	    duty: string;
	    from: string;
	    replace: boolean;
	    assignmentId: string;
	    endReason: string;
	    endNote: string;
	    note: string;
	    nothingOpen?: boolean;
	    kindName: string;
	    kindCode: string;
	    verb: string;
	    officerName: string;
	    post: string;
	    postOrg: string;
	    teamName: string;
	    targetLabel: string;
	    endReasonWord: string;
	    effective: string;
	}
	export interface DecisionRow {
	    id: string;
	    numberText: string;
	    docDate: string;
	    issuer: string;
	    subject: string;
	    action: string;
	    actionWord: string;
	    effectiveDate: string;
	    state: string;
	    lineCount: number;
	    lineTotal: number;
	}
	export interface Annex {
	    decision: DecisionRow;
	    number: string;
	    symbol: string;
	    note: string;
	    lines: AnnexLine[];
	}
	
	export interface Choice {
	    code: string;
	    word: string;
	}
	export interface KindIn {
	    id: string;
	    code: string;
	    name: string;
	    verb: string;
	    targetTree: string;
	    targetTypes: string[];
	    exactlyOne: boolean;
	    coverage: boolean;
	    team: boolean;
	}
	export interface SchemeIn {
	    id: string;
	    name: string;
	    preset: string;
	    source: string;
	    validFrom: string;
	    validTo: string;
	    note: string;
	    kinds: KindIn[];
	    guardReason: string;
	}
	export interface Preset {
	    code: string;
	    name: string;
	    about: string;
	    scheme: SchemeIn;
	}
	export interface Choices {
	    actions: Choice[];
	    endReasons: Choice[];
	    presets: Preset[];
	}
	export interface CoverageQuery {
	    day: string;
	    from: string;
	    to: string;
	    kindId: string;
	    underId: string;
	    limit: number;
	    listed?: string;
	    upperId?: string;
	    upperIds?: string[];
	}
	export interface VacantPlace {
	    kindId: string;
	    kindName: string;
	    targetId: string;
	    targetLabel: string;
	    upperLabel: string;
	    vacantSince: string;
	    vacantDays: number;
	    covered: boolean;
	    holders: string;
	}
	export interface UpperRow {
	    kindId: string;
	    kindName: string;
	    upperId: string;
	    upperLabel: string;
	    required: number;
	    covered: number;
	    vacantDays: number;
	}
	export interface CoverageView {
	    day: string;
	    required: number;
	    covered: number;
	    vacantDays: number;
	    uppers: UpperRow[];
	    vacant: VacantPlace[];
	    vacantTotal: number;
	}
	export interface DecisionFilter {
	    text: string;
	    state: string;
	    year: number;
	    bin: boolean;
	    limit: number;
	    offset: number;
	}
	export interface LineIn {
	    act: string;
	    kindId: string;
	    officerId: string;
	    teamId: string;
	    targetId: string;
	    primary: boolean;
	    duty: string;
	    from: string;
	    replace: boolean;
	    assignmentId: string;
	    endReason: string;
	    endNote: string;
	    note: string;
	    nothingOpen?: boolean;
	}
	export interface DecisionIn {
	    id: string;
	    number: string;
	    symbol: string;
	    docDate: string;
	    issuer: string;
	    subject: string;
	    effectiveDate: string;
	    action: string;
	    lineTotal: number;
	    note: string;
	    lines: LineIn[];
	    guardReason: string;
	    accepted: string[];
	}
	export interface DecisionPage {
	    items: DecisionRow[];
	    total: number;
	}
	
	export interface EndIn {
	    assignmentId: string;
	    on: string;
	    reason: string;
	    note: string;
	    nothingOpen?: boolean;
	    guardReason: string;
	}
	export interface Gap {
	    from: string;
	    to: string;
	    days: number;
	}
	export interface HandoverDecision {
	    id: string;
	    number: string;
	    symbol: string;
	    docDate: string;
	    issuer: string;
	    subject: string;
	}
	export interface OpenItem {
	    code: string;
	    word: string;
	    id: string;
	    targetId: string;
	    text: string;
	    day: string;
	    binding: boolean;
	}
	export interface HandoverGone {
	    assignmentId: string;
	    freshId: string;
	    kindName: string;
	    teamId: string;
	    teamName: string;
	    targetId: string;
	    targetLabel: string;
	    successor: officers.Ref;
	    nothingOpen: boolean;
	    items: OpenItem[];
	}
	export interface HandoverDone {
	    id: string;
	    officer: officers.Ref;
	    on: string;
	    reason: string;
	    reasonWord: string;
	    note: string;
	    decisionId: string;
	    decisionNumber: string;
	    decisionDate: string;
	    lines: HandoverGone[];
	    vacant: number;
	    undone: boolean;
	    createdAt: string;
	}
	export interface HandoverFilter {
	    officerId: string;
	    undone: boolean;
	    limit: number;
	}
	
	export interface HandoverSeatIn {
	    teamId: string;
	    successorId: string;
	    vacant: boolean;
	    keep: boolean;
	}
	export interface HandoverLineIn {
	    assignmentId: string;
	    successorId: string;
	    vacant: boolean;
	    keep: boolean;
	    nothingOpen: boolean;
	}
	export interface HandoverIn {
	    officerId: string;
	    on: string;
	    reason: string;
	    note: string;
	    successorId: string;
	    decision: HandoverDecision;
	    lines: HandoverLineIn[];
	    seats: HandoverSeatIn[];
	    guardReason: string;
	    accepted: string[];
	}
	export interface HandoverLine {
	    assignmentId: string;
	    kindId: string;
	    kindName: string;
	    targetId: string;
	    targetLabel: string;
	    primary: boolean;
	    validFrom: string;
	    decisionNumber: string;
	    duty: string;
	    required: boolean;
	    items: OpenItem[];
	    binding: string;
	    suggestions: officers.Ref[];
	}
	
	export interface HandoverPage {
	    items: HandoverDone[];
	    total: number;
	}
	export interface HandoverTotal {
	    code: string;
	    word: string;
	    count: number;
	    binding: boolean;
	}
	export interface HandoverSeat {
	    teamId: string;
	    teamName: string;
	    lead: boolean;
	    members: officers.Ref[];
	    targets: string[];
	}
	export interface HandoverPlan {
	    officer: officers.Ref;
	    on: string;
	    lines: HandoverLine[];
	    seats: HandoverSeat[];
	    totals: HandoverTotal[];
	    reasons: Choice[];
	    drafts: DecisionRow[];
	    decision: HandoverDecision;
	    blocks: string[];
	    notices: string[];
	}
	
	
	
	export interface RegisterRow {
	    id: string;
	    kindId: string;
	    kindCode: string;
	    kindName: string;
	    verb: string;
	    officerId: string;
	    teamId: string;
	    teamName: string;
	    targetId: string;
	    primary: boolean;
	    validFrom: string;
	    validTo: string;
	    endReason: string;
	    endReasonWord: string;
	    endNote: string;
	    duty: string;
	    note: string;
	    decisionId: string;
	    decisionNumber: string;
	    decisionDate: string;
	    decisionIssuer: string;
	    decisionOutId: string;
	    endedBy: string;
	    sortOrder: number;
	    officerName: string;
	    post: string;
	    postOrg: string;
	    targetLabel: string;
	    targetType: string;
	    targetClosed: boolean;
	    current: boolean;
	    future: boolean;
	}
	export interface KindHistory {
	    kindId: string;
	    kindName: string;
	    required: boolean;
	    covered: boolean;
	    rows: RegisterRow[];
	    gaps: Gap[];
	}
	
	export interface KindRow {
	    id: string;
	    schemeId: string;
	    code: string;
	    name: string;
	    verb: string;
	    targetTree: string;
	    targetTypes: string[];
	    exactlyOne: boolean;
	    coverage: boolean;
	    team: boolean;
	    sortOrder: number;
	    assignments: number;
	}
	
	export interface MemberIn {
	    officerId: string;
	    lead: boolean;
	    validFrom: string;
	    validTo: string;
	}
	export interface MemberRow {
	    officerId: string;
	    name: string;
	    post: string;
	    lead: boolean;
	    current: boolean;
	    validFrom: string;
	    validTo: string;
	}
	
	
	export interface RegisterFilter {
	    day: string;
	    from: string;
	    to: string;
	    text: string;
	    kindId: string;
	    underId: string;
	    officerId: string;
	    limit: number;
	    offset: number;
	}
	export interface RegisterPage {
	    items: RegisterRow[];
	    total: number;
	}
	
	export interface SchemeDetail {
	    id: string;
	    name: string;
	    preset: string;
	    source: string;
	    validFrom: string;
	    validTo: string;
	    note: string;
	    kinds: KindRow[];
	}
	
	export interface TeamDetail {
	    id: string;
	    name: string;
	    members: MemberRow[];
	}
	export interface TeamIn {
	    id: string;
	    name: string;
	    members: MemberIn[];
	}
	export interface UnitHistory {
	    day: string;
	    kinds: KindHistory[];
	}
	

}

export namespace border {
	
	export interface About {
	    version: string;
	    dataFolder: string;
	    preview: boolean;
	}
	export interface Handed {
	    done: boolean;
	    path: string;
	    url: string;
	}

}

export namespace dates {
	
	export interface Span {
	    from: string;
	    to: string;
	}

}

export namespace desk {
	
	export interface BackupLine {
	    key: string;
	    moment: string;
	    reason: string;
	    here: boolean;
	    second: boolean;
	    sound: boolean;
	    differs: string;
	    missing: string[];
	    back: string[];
	    same: boolean;
	    size: string;
	}
	export interface Backups {
	    lines: BackupLine[];
	    folder: string;
	    total: string;
	    free: string;
	    trouble: string;
	    hasSecond: boolean;
	    second: string;
	    plugged: boolean;
	    filled: string;
	    behind: number;
	    placeSays: string;
	    rehearsed: string;
	    rehearsal: string;
	    rehearsOk: boolean;
	    restored: string;
	    restoreOf: string;
	    isSample: boolean;
	    places: string[];
	    otherNames: string[];
	}
	export interface Screen {
	    title: string;
	    path: string;
	}
	export interface FindQuery {
	    text: string;
	    screens: Screen[];
	}
	export interface FirstStep {
	    key: string;
	    text: string;
	    path: string;
	    done: boolean;
	}
	export interface Found {
	    kind: string;
	    id: string;
	    text: string;
	    note: string;
	    path: string;
	    textMarks: find.Mark[];
	    noteMarks: find.Mark[];
	}
	export interface SampleUser {
	    login: string;
	    roleWord: string;
	    password: string;
	}
	
	export interface SecondPlaceInput {
	    path: string;
	    sameDisk: boolean;
	}
	export interface SetUpInput {
	    level: string;
	    name: string;
	    superior: string;
	    place: string;
	    textSize: number;
	    login: string;
	    fullName: string;
	    password: string;
	    repeat: string;
	}
	export interface Status {
	    needsSetUp: boolean;
	    office: units.Office;
	    today: string;
	    hasSample: boolean;
	    folder: string;
	    signIns: SampleUser[];
	    notices: string[];
	}

}

export namespace document {
	
	export interface Cell {
	    text: string;
	    number?: number;
	    date?: string;
	    bold?: boolean;
	    italic?: boolean;
	    align?: string;
	    colSpan?: number;
	    rowSpan?: number;
	    link?: string;
	    measure?: boolean;
	}
	export interface Point {
	    value?: number;
	    low?: number;
	    high?: number;
	    link?: string;
	}
	export interface Series {
	    name: string;
	    tone: string;
	    points: Point[];
	}
	export interface Chart {
	    kind: string;
	    categories: string[];
	    series: Series[];
	    unit: string;
	    max: number;
	    height?: number;
	}
	export interface Column {
	    width: number;
	    align?: string;
	}
	
	export interface Profile {
	    form: string;
	    oldSpelling: boolean;
	    bodySize: number;
	    leading: number;
	    headingSep: string;
	    recipientSep: string;
	    endMark: string;
	    basesItalic: boolean;
	    subjectCase: string;
	    dateRight: boolean;
	    duplex: boolean;
	    symbolQuyDinh: string;
	    basesEnd: string;
	    submitWord: string;
	    subjectWord: string;
	    typistSize: number;
	    typistCaps: boolean;
	    proofMark: boolean;
	}
	export interface ProfileVersion {
	    from: string;
	    to: string;
	    rule: string;
	    own: boolean;
	    now: boolean;
	    by: string;
	    differs: string[];
	    profile: Profile;
	}
	export interface Row {
	    kind?: string;
	    cells: Cell[];
	    height?: number;
	}
	export interface Run {
	    text: string;
	    bold?: boolean;
	    italic?: boolean;
	    underline?: boolean;
	    field?: string;
	    link?: string;
	}
	
	export interface Signatory {
	    authority: string;
	    body: string;
	    for?: string;
	    position: string;
	    name: string;
	    hint: string;
	    above?: string;
	}
	export interface Table {
	    columns: Column[];
	    head: Row[];
	    rows: Row[];
	    empty?: string;
	    size?: number;
	}

}

export namespace duties {
	
	export interface DayOff {
	    day: string;
	    name: string;
	    kind: string;
	    source: string;
	}
	export interface DayOffRow {
	    day: string;
	    name: string;
	    kind: string;
	    source: string;
	}
	export interface DaysOffImport {
	    years: number[];
	    saved: number;
	}
	export interface DaysOffInput {
	    year: number;
	    items: DayOff[];
	}
	export interface DaysOffRows {
	    rows: DayOffRow[];
	    accepted: string[];
	}
	export interface DaysOffYear {
	    year: number;
	    default: boolean;
	    assumed: boolean;
	    items: DayOff[];
	    missing: DayOff[];
	}
	export interface RuleInput {
	    id: string;
	    schemeId: string;
	    kindId: string;
	    name: string;
	    subject: string;
	    activity: string;
	    quota: number;
	    period: string;
	    fixedCalendar: string;
	    fixedDay: number;
	    fixedMonth: number;
	    shortMonth: string;
	    leapCounts: boolean;
	    graceDays: number;
	    countsSubstitute: boolean;
	    countsMember: boolean;
	    papersDays: number;
	    targetTypes: string[];
	    validFrom: string;
	    validTo: string;
	    source: string;
	    guardReason: string;
	}
	export interface PresetRule {
	    kind: string;
	    level: string;
	    rule: RuleInput;
	    cadence: string;
	}
	export interface Preset {
	    code: string;
	    name: string;
	    rules: PresetRule[];
	}
	export interface PresetInput {
	    preset: string;
	    schemeId: string;
	    from: string;
	}
	
	export interface RuleFilter {
	    schemeId: string;
	    seriesId: string;
	    day: string;
	    history: boolean;
	}
	
	export interface RuleView {
	    id: string;
	    seriesId: string;
	    schemeId: string;
	    kindId: string;
	    name: string;
	    subject: string;
	    activity: string;
	    quota: number;
	    period: string;
	    fixedCalendar: string;
	    fixedDay: number;
	    fixedMonth: number;
	    shortMonth: string;
	    leapCounts: boolean;
	    graceDays: number;
	    countsSubstitute: boolean;
	    countsMember: boolean;
	    papersDays: number;
	    targetTypes: string[];
	    validFrom: string;
	    validTo: string;
	    replacesId: string;
	    source: string;
	    sortOrder: number;
	    subjectWord: string;
	    activityWord: string;
	    periodWord: string;
	    cadenceText: string;
	    sourceText: string;
	    schemeName: string;
	    kindName: string;
	    inForce: boolean;
	    versions: number;
	}
	export interface RuleList {
	    items: RuleView[];
	    total: number;
	}
	
	export interface SuspensionInput {
	    id: string;
	    scopeUnitId: string;
	    activity: string;
	    validFrom: string;
	    validTo: string;
	    reason: string;
	    source: string;
	    guardReason: string;
	}
	export interface SuspensionView {
	    id: string;
	    scopeUnitId: string;
	    activity: string;
	    validFrom: string;
	    validTo: string;
	    reason: string;
	    source: string;
	    scopeLabel: string;
	    activityWord: string;
	    spanText: string;
	}
	export interface SuspensionList {
	    items: SuspensionView[];
	    total: number;
	}
	
	export interface SwapInput {
	    off: string;
	    worked: string;
	    source: string;
	}
	export interface Vocabulary {
	    subjects: store.Word[];
	    activities: store.Word[];
	    periods: store.Word[];
	    shortMonth: store.Word[];
	    presets: Preset[];
	}

}

export namespace exchange {
	
	export interface Batch {
	    id: string;
	    kind: string;
	    kindWord: string;
	    fileName: string;
	    asOf: string;
	    source: string;
	    rowCount: number;
	    created: number;
	    changed: number;
	    closed: number;
	    madeAt: string;
	    madeBy: string;
	    undoneAt: string;
	    kept: number;
	    last: boolean;
	}
	export interface DaysOffList {
	    name: string;
	    rows: duties.DayOffRow[];
	}
	export interface Found {
	    id: string;
	    label: string;
	    note: string;
	    reason: string;
	}
	export interface Line {
	    key: string;
	    sheet: string;
	    row: number;
	    derived: boolean;
	    code: string;
	    name: string;
	    detail: string;
	    parent: string;
	    class: string;
	    reason: string;
	    choices: string[];
	    decision: string;
	}
	export interface LineFilter {
	    class: string;
	    search: string;
	    offset: number;
	    limit: number;
	}
	export interface Match {
	    sure: boolean;
	    found: Found[];
	    tag: string;
	    said: string;
	}
	export interface Words {
	    of: string;
	    text: string;
	    beside: string;
	    tree: string;
	    types: string[];
	    kindId: string;
	    day: string;
	}
	export interface MatchQuery {
	    words: Words[];
	    day: string;
	}
	export interface OfficerOptions {
	    asOf: string;
	    source: string;
	    bulk: string;
	    decisions: Record<string, string>;
	    skipErrors: boolean;
	    guardReason: string;
	}
	export interface OpenedFile {
	    token: string;
	    name: string;
	    rows: number;
	    asOf: string;
	    assign: boolean;
	}
	export interface Preview {
	    file: string;
	    sheet: string;
	    headerRow: number;
	    unused: string[];
	    notes: string[];
	    rowCount: number;
	    rows: Record<string, number>;
	    derived: Record<string, number>;
	    open: number;
	    marked: number;
	    closing: number;
	    below: number;
	    replaced: number;
	    repeated: string;
	    assignments: number;
	    records: number;
	    units: number;
	    confirm: boolean;
	    known: number;
	    blocked: string;
	    askDays: string;
	    lines: Line[];
	    ending: string[];
	}
	export interface PreviewPage {
	    preview: Preview;
	    total: number;
	}
	export interface Produced {
	    token: string;
	    name: string;
	}
	export interface Sheet {
	    title: string;
	    note: string;
	    columns: string[];
	    rows: string[][];
	    kinds: string[];
	    totals: string[];
	    freeText: number[];
	    guardReason: string;
	}
	export interface UndoResult {
	    batch: Batch;
	    restored: number;
	    kept: string[];
	}
	export interface UnitOptions {
	    asOf: string;
	    source: string;
	    bulk: string;
	    decisions: Record<string, string>;
	    close: string;
	    closeBelow: boolean;
	    skipErrors: boolean;
	    confirmed: number;
	}
	
	export interface WorkbookOptions {
	    asOf: string;
	    source: string;
	    bulk: string;
	    decisions: Record<string, string>;
	    closeBelow: boolean;
	    skipErrors: boolean;
	    confirmed: number;
	    schemeId: string;
	    preset: string;
	    guardReason: string;
	    dayOrder: string;
	}

}

export namespace find {
	
	export interface Mark {
	    from: number;
	    to: number;
	}

}

export namespace fulfilment {
	
	export interface DueDuty {
	    ruleId: string;
	    ruleName: string;
	    unitId: string;
	    unit: string;
	    officer: string;
	}
	export interface DueDay {
	    due: DueDuty[];
	    dueCount: number;
	    suspended: number;
	}
	export interface Calendar {
	    days: activities.CalendarDay[];
	    due: DueDay[];
	}
	export interface Cell {
	    ruleId: string;
	    ruleName: string;
	    kind: string;
	    kindWord: string;
	    turn: string;
	    due: string;
	    day: string;
	    lunar: string;
	    unitId: string;
	    unitLabel: string;
	    officerId: string;
	    officerName: string;
	    teamId: string;
	    assignmentId: string;
	    meetingId: string;
	    outcome: string;
	    outcomeWord: string;
	    held: boolean;
	}
	export interface CellList {
	    items: Cell[];
	    total: number;
	}
	export interface Filter {
	    span: dates.Span;
	    by: string;
	    underId: string;
	    officerId: string;
	    unitId: string;
	    ruleId: string;
	    seriesId: string;
	    activity: string;
	}
	export interface CellsFilter {
	    filter: Filter;
	    key: string;
	    outcomes: string[];
	    held: boolean;
	    part?: string;
	    limit: number;
	}
	
	
	
	export interface LeadFilter {
	    span: dates.Span;
	    underId: string;
	    kind: string;
	}
	export interface LeadRow {
	    unitId: string;
	    label: string;
	    meetings: number;
	    sent: number;
	    notRecorded: number;
	    shortest: number;
	    longest: number;
	    totalDays: number;
	    late: number;
	}
	export interface LeadList {
	    items: LeadRow[];
	    total: LeadRow;
	}
	
	export interface LedgerFilter {
	    span: dates.Span;
	    by: string;
	    underId: string;
	}
	export interface LedgerRow {
	    key: string;
	    name: string;
	    meetings: number;
	    down: number;
	    up: number;
	    back: number;
	}
	export interface LedgerList {
	    items: LedgerRow[];
	    total: LedgerRow;
	}
	
	export interface Tally {
	    expected: number;
	    notHeld: number;
	    suspended: number;
	    attended: number;
	    substituted: number;
	    excused: number;
	    absent: number;
	    notRecorded: number;
	    toCome: number;
	    substitutedCounted: number;
	    substitutedOnly: number;
	    heldNotRecorded: number;
	    notKnown: number;
	    done: number;
	    held: number;
	}
	export interface MatrixCell {
	    turn: string;
	    short: string;
	    from: string;
	    to: string;
	    fromDay: number;
	    toDay: number;
	    month: number;
	    half: number;
	    letters: string;
	    word: string;
	    cells: Cell[];
	}
	export interface MatrixLine {
	    ruleId: string;
	    seriesId: string;
	    ruleName: string;
	    cadence: string;
	    lunar: boolean;
	    officerId: string;
	    officer: string;
	    cells: MatrixCell[];
	    tally: Tally;
	}
	export interface Matrix {
	    unitId: string;
	    label: string;
	    year: number;
	    days: number;
	    lines: MatrixLine[];
	    letters: store.Word[];
	}
	
	
	export interface Reminder {
	    code: string;
	    text: string;
	    count: number;
	    ruleId: string;
	    seriesId: string;
	    outcome: string;
	    filter: Filter;
	    month: string;
	}
	export interface Reminders {
	    day: string;
	    items: Reminder[];
	}
	export interface Row {
	    key: string;
	    name: string;
	    note: string;
	    label: string;
	    teamId: string;
	    tally: Tally;
	    targets: number;
	}
	export interface SheetLine {
	    row: string;
	    day: string;
	    lunar: string;
	    unitId: string;
	    unit: string;
	    kind: string;
	    kindWord: string;
	    meetingId: string;
	    outcome: string;
	    outcomeWord: string;
	}
	export interface Sheet {
	    code: string;
	    officer: officers.Ref;
	    month: string;
	    lines: SheetLine[];
	}
	export interface SheetFilter {
	    code: string;
	    officerId: string;
	    month: string;
	}
	
	export interface SilentFilter {
	    span: dates.Span;
	    underId: string;
	}
	export interface SilentRow {
	    officerId: string;
	    name: string;
	    post: string;
	    spoke: number;
	    attended: number;
	}
	export interface SilentList {
	    items: SilentRow[];
	    total: number;
	}
	
	export interface Summary {
	    rows: Row[];
	    total: Tally;
	    count: number;
	}

}

export namespace guard {
	
	export interface Finding {
	    kind: string;
	    start: number;
	    end: number;
	    text: string;
	    sentence: string;
	}
	export interface Reason {
	    code: string;
	    word: string;
	}

}

export namespace issuing {
	
	export interface BatchAsk {
	    input: reports.Input;
	    each: string;
	    underId: string;
	}
	export interface BatchFailure {
	    label: string;
	    reason: string;
	}
	export interface BatchInput {
	    input: reports.Input;
	    each: string;
	    underId: string;
	    ids: string[];
	    format: string;
	    separate: boolean;
	    skipEmpty: boolean;
	    frontSide: boolean;
	}
	export interface BatchKind {
	    each: string;
	    word: string;
	    count: number;
	}
	export interface BatchPlace {
	    id: string;
	    label: string;
	}
	export interface BatchList {
	    kinds: BatchKind[];
	    each: string;
	    places: BatchPlace[];
	    frontSide: boolean;
	}
	
	export interface BatchStatus {
	    id: string;
	    report: string;
	    title: string;
	    running: boolean;
	    total: number;
	    done: number;
	    current: string;
	    secondsLeft: number;
	    made: number;
	    pages: number;
	    skipped: string[];
	    failed: BatchFailure[];
	    warnings: string[];
	    ended: string;
	    file: reports.Printed;
	}
	export interface CheckPrintInput {
	    letters: string;
	    file: string;
	}
	export interface CopyInput {
	    paperId: string;
	    kind: string;
	    parts: number[];
	    recipients: string[];
	    day: string;
	    signAs?: document.Signatory;
	}
	export interface CopyProposal {
	    number: string;
	    spanWord: string;
	    kinds: string[];
	    parts: string[];
	    signer: document.Signatory;
	}
	export interface DossierInput {
	    sessionId: string;
	    copies: boolean;
	    duplex: boolean;
	    contentsOnly: boolean;
	}
	export interface IssueInput {
	    input: reports.Input;
	    suffix: string;
	    note: string;
	    guardReason: string;
	    accepted: string[];
	}
	export interface IssuedPrint {
	    paper: papers.Issued;
	    file: reports.Printed;
	}
	export interface Proposal {
	    number: number;
	    suffix: string;
	    fixed: boolean;
	    series: string;
	    spanWord: string;
	    lastText: string;
	    faults: papers.Fault[];
	    day: string;
	    signer: document.Signatory;
	    recipients: string[];
	    before: papers.Issued[];
	    met: string[];
	    obstacles: reports.Obstacle[];
	}

}

export namespace matters {
	
	export interface Row {
	    id: string;
	    year: number;
	    number: number;
	    raisedOn: string;
	    receivedOn: string;
	    placeId: string;
	    meetingId: string;
	    receptionId: string;
	    statementId: string;
	    origin: string;
	    kind: string;
	    fieldCode: string;
	    criterionId: string;
	    summary: string;
	    proposal: string;
	    voices: number;
	    households: string;
	    urgent: boolean;
	    externalRef: string;
	    guardReason: string;
	    createdAt: string;
	    state: string;
	    cycleOn: string;
	    handledOn: string;
	    noticeBy: string;
	    noticeDue: string;
	    noticedOn: string;
	    bodyId: string;
	    referredOn: string;
	    referDoc: string;
	    replyDue: string;
	    acknowledgedOn: string;
	    pausedSince: string;
	    hops: number;
	    vague: boolean;
	    returned: number;
	    repliedOn: string;
	    outcome: string;
	    promisedOn: string;
	    conveyedOn: string;
	    closedOn: string;
	    firstClosedOn: string;
	    reopened: number;
	    mergedInto: string;
	    totalVoices: number;
	    due: string;
	    lateLegs: string;
	    refusal: string;
	    recheckDue: string;
	    noEffect: number;
	    recheckedOn: string;
	    no: string;
	    stateWord: string;
	    kindWord: string;
	    originWord: string;
	    fieldName: string;
	    outcomeWord: string;
	    bandWord: string;
	    place: string;
	    placeAbove: string;
	    body: string;
	    bodyShort: string;
	    handling: string;
	    remaining: string;
	    recheckRemain: string;
	    noticeRemain: string;
	    calendarNote: string;
	    lateDays: number;
	    late: boolean;
	    lateAt: string[];
	    urgentLate: boolean;
	    ageDays: number;
	    allowed: string[];
	}
	export interface ActionResult {
	    items: Row[];
	    notices: string[];
	}
	export interface Filter {
	    span: dates.Span;
	    underId?: string;
	    lineIds?: string[];
	    holderId?: string;
	    placeId?: string;
	    bodyId?: string;
	    noBody?: boolean;
	    meetingId?: string;
	    receptionId?: string;
	    statementId?: string;
	    fieldCode?: string;
	    criterionId?: string;
	    kind?: string;
	    origins?: string[];
	    states?: string[];
	    outcomes?: string[];
	    worklist?: string;
	    age?: string;
	    class?: string;
	    leg?: string;
	    onTime?: string;
	    urgent?: boolean;
	    again?: boolean;
	    noEffect?: boolean;
	    firstTime?: boolean;
	    text?: string;
	    ids?: string[];
	    asOf?: string;
	    order?: string;
	    limit?: number;
	    offset?: number;
	}
	export interface Number {
	    value: number;
	    filter: Filter;
	}
	export interface Ageing {
	    key: string;
	    name: string;
	    total: Number;
	    bands: Number[];
	    longest: number;
	}
	export interface Body {
	    id: string;
	    name: string;
	    shortName: string;
	    level: string;
	    police: boolean;
	    note: string;
	    createdAt: string;
	    deletedAt: string;
	    levelWord: string;
	}
	export interface BodyFigures {
	    body: Body;
	    overdue: Number;
	    inTime: Number;
	    firstTime: Number;
	    answered: Number;
	    median: number;
	}
	export interface BodyFilter {
	    text: string;
	    deleted: boolean;
	}
	export interface BodyInput {
	    id: string;
	    name: string;
	    shortName: string;
	    level: string;
	    police: boolean;
	    note: string;
	    guardReason: string;
	}
	export interface ConveyInput {
	    matterIds: string[];
	    day: string;
	    how: string;
	    meetingId: string;
	    unitId: string;
	    officerId: string;
	    docNumber: string;
	    reaction: string;
	    text: string;
	    guardReason: string;
	    accepted: string[];
	}
	export interface Criterion {
	    id: string;
	    setCode: string;
	    number: number;
	    name: string;
	}
	export interface CriteriaSet {
	    code: string;
	    name: string;
	    source: string;
	    validFrom: string;
	    validTo: string;
	    items: Criterion[];
	}
	
	export interface DayInput {
	    matterIds: string[];
	    day: string;
	    text: string;
	    guardReason: string;
	}
	export interface DeadlineMove {
	    matterId: string;
	    no: string;
	    summary: string;
	    clock: string;
	    before: string;
	    after: string;
	}
	export interface DeadlineChange {
	    id: string;
	    cause: string;
	    at: string;
	    total: number;
	    moves: DeadlineMove[];
	}
	
	export interface DocInput {
	    matterIds: string[];
	    day: string;
	    docNumber: string;
	    docDate: string;
	    text: string;
	    guardReason: string;
	    accepted: string[];
	}
	export interface ReferTogether {
	    bodyId: string;
	    day: string;
	    docNumber: string;
	    dueOn: string;
	}
	export interface OnSpotAnswer {
	    officerId: string;
	    outcome: string;
	    text: string;
	}
	export interface ItemInput {
	    kind: string;
	    fieldCode: string;
	    criterionId: string;
	    summary: string;
	    proposal: string;
	    voices: number;
	    households: string;
	    urgent: boolean;
	    guardReason: string;
	    onSpot: OnSpotAnswer;
	    referTo: ReferTogether;
	}
	export interface EditInput {
	    id: string;
	    raisedOn: string;
	    receivedOn: string;
	    placeId: string;
	    meetingId: string;
	    receptionId: string;
	    origin: string;
	    externalRef: string;
	    item: ItemInput;
	}
	export interface FieldInput {
	    code: string;
	    name: string;
	    validTo: string;
	}
	export interface LegFigure {
	    code: string;
	    name: string;
	    done: Number;
	    median: number;
	}
	export interface LoopFigures {
	    answered: Number;
	    toldBack: Number;
	    legs: LegFigure[];
	    noticeInTime: Number;
	    noticeOf: Number;
	    firstTime: Number;
	    byBodies: Number;
	    again: Number;
	    rechecked: Number;
	    noEffect: Number;
	    toRecheck: Number;
	}
	export interface Summary {
	    key: string;
	    name: string;
	    depth: number;
	    received: Number;
	    duplicate: Number;
	    outside: Number;
	    settled: Number;
	    explained: Number;
	    roadmap: Number;
	    refused: Number;
	    working: Number;
	    waiting: Number;
	    overdue: Number;
	    late: Number;
	    voices: number;
	}
	export interface Figures {
	    total: Summary;
	    byField: Summary[];
	    byBody: Summary[];
	    byPlace: Summary[];
	    ageing: Ageing[];
	    loop: LoopFigures;
	}
	
	export interface FollowUpInput {
	    matterId: string;
	    day: string;
	    kept: boolean;
	    promisedOn: string;
	    text: string;
	    guardReason: string;
	}
	
	export interface Leg {
	    key: string;
	    title: string;
	    state: string;
	    day: string;
	    due: string;
	    took: number;
	    text: string;
	    clock: string;
	}
	
	export interface LetterLine {
	    id: string;
	    bodyId: string;
	    number: string;
	    docDate: string;
	    basis: string;
	    createdAt: string;
	    body: string;
	    matters: number;
	}
	export interface LinkView {
	    otherId: string;
	    number: string;
	    summary: string;
	    kind: string;
	}
	
	export interface RecordInput {
	    raisedOn: string;
	    receivedOn: string;
	    placeId: string;
	    meetingId: string;
	    receptionId: string;
	    origin: string;
	    externalRef: string;
	    items: ItemInput[];
	    accepted: string[];
	}
	export interface ManyStatements {
	    rows: RecordInput[];
	    guardReason: string;
	}
	export interface StepView {
	    id: string;
	    matterId: string;
	    seq: number;
	    event: string;
	    day: string;
	    fromState: string;
	    toState: string;
	    letterId: string;
	    bodyId: string;
	    docNumber: string;
	    docDate: string;
	    dueOn: string;
	    dueByRule: boolean;
	    outcome: string;
	    specific: boolean;
	    promisedOn: string;
	    how: string;
	    meetingId: string;
	    unitId: string;
	    officerId: string;
	    reaction: string;
	    otherId: string;
	    reason: string;
	    text: string;
	    undoes: string;
	    at: string;
	    userName: string;
	    eventWord: string;
	    outcomeWord: string;
	    howWord: string;
	    reactionWord: string;
	    reasonWord: string;
	    body: string;
	    officer: string;
	    unit: string;
	    meeting: string;
	    doc: string;
	    other: string;
	    undone: boolean;
	}
	export interface MatterDetail {
	    id: string;
	    year: number;
	    number: number;
	    raisedOn: string;
	    receivedOn: string;
	    placeId: string;
	    meetingId: string;
	    receptionId: string;
	    statementId: string;
	    origin: string;
	    kind: string;
	    fieldCode: string;
	    criterionId: string;
	    summary: string;
	    proposal: string;
	    voices: number;
	    households: string;
	    urgent: boolean;
	    externalRef: string;
	    guardReason: string;
	    createdAt: string;
	    state: string;
	    cycleOn: string;
	    handledOn: string;
	    noticeBy: string;
	    noticeDue: string;
	    noticedOn: string;
	    bodyId: string;
	    referredOn: string;
	    referDoc: string;
	    replyDue: string;
	    acknowledgedOn: string;
	    pausedSince: string;
	    hops: number;
	    vague: boolean;
	    returned: number;
	    repliedOn: string;
	    outcome: string;
	    promisedOn: string;
	    conveyedOn: string;
	    closedOn: string;
	    firstClosedOn: string;
	    reopened: number;
	    mergedInto: string;
	    totalVoices: number;
	    due: string;
	    lateLegs: string;
	    refusal: string;
	    recheckDue: string;
	    noEffect: number;
	    recheckedOn: string;
	    no: string;
	    stateWord: string;
	    kindWord: string;
	    originWord: string;
	    fieldName: string;
	    outcomeWord: string;
	    bandWord: string;
	    place: string;
	    placeAbove: string;
	    body: string;
	    bodyShort: string;
	    handling: string;
	    remaining: string;
	    recheckRemain: string;
	    noticeRemain: string;
	    calendarNote: string;
	    lateDays: number;
	    late: boolean;
	    lateAt: string[];
	    urgentLate: boolean;
	    ageDays: number;
	    allowed: string[];
	    legs: Leg[];
	    steps: StepView[];
	    links: LinkView[];
	    merged: Row[];
	    parts: Row[];
	    atBody: BodyFigures;
	    meeting: string;
	    criterion: string;
	    canUndo: string;
	    guardWord: string;
	    sourceNote: string;
	}
	export interface MeetingCount {
	    meetingId: string;
	    count: number;
	}
	export interface MergeInput {
	    intoId: string;
	    matterIds: string[];
	    day: string;
	}
	
	export interface OfficerSheetRow {
	    id: string;
	    year: number;
	    number: number;
	    raisedOn: string;
	    receivedOn: string;
	    placeId: string;
	    meetingId: string;
	    receptionId: string;
	    statementId: string;
	    origin: string;
	    kind: string;
	    fieldCode: string;
	    criterionId: string;
	    summary: string;
	    proposal: string;
	    voices: number;
	    households: string;
	    urgent: boolean;
	    externalRef: string;
	    guardReason: string;
	    createdAt: string;
	    state: string;
	    cycleOn: string;
	    handledOn: string;
	    noticeBy: string;
	    noticeDue: string;
	    noticedOn: string;
	    bodyId: string;
	    referredOn: string;
	    referDoc: string;
	    replyDue: string;
	    acknowledgedOn: string;
	    pausedSince: string;
	    hops: number;
	    vague: boolean;
	    returned: number;
	    repliedOn: string;
	    outcome: string;
	    promisedOn: string;
	    conveyedOn: string;
	    closedOn: string;
	    firstClosedOn: string;
	    reopened: number;
	    mergedInto: string;
	    totalVoices: number;
	    due: string;
	    lateLegs: string;
	    refusal: string;
	    recheckDue: string;
	    noEffect: number;
	    recheckedOn: string;
	    no: string;
	    stateWord: string;
	    kindWord: string;
	    originWord: string;
	    fieldName: string;
	    outcomeWord: string;
	    bandWord: string;
	    place: string;
	    placeAbove: string;
	    body: string;
	    bodyShort: string;
	    handling: string;
	    remaining: string;
	    recheckRemain: string;
	    noticeRemain: string;
	    calendarNote: string;
	    lateDays: number;
	    late: boolean;
	    lateAt: string[];
	    urgentLate: boolean;
	    ageDays: number;
	    allowed: string[];
	    events: StepView[];
	}
	export interface OfficerSheet {
	    officer: officers.Ref;
	    month: string;
	    changed: OfficerSheetRow[];
	    open: Row[];
	}
	
	
	export interface OnSpotInput {
	    matterIds: string[];
	    day: string;
	    officerId: string;
	    outcome: string;
	    text: string;
	    guardReason: string;
	}
	export interface Page {
	    items: Row[];
	    total: number;
	    more: boolean;
	}
	export interface Quota {
	    kind: string;
	    kindWord: string;
	    period: string;
	    owed: number;
	    held: number;
	    planned: number;
	    short: number;
	    source: string;
	}
	export interface ReasonInput {
	    matterIds: string[];
	    day: string;
	    reason: string;
	    text: string;
	    guardReason: string;
	}
	export interface ReceptionDay {
	    id: string;
	    kind: string;
	    headId: string;
	    unscheduled: boolean;
	    plannedOn: string;
	    place: string;
	    announcedOn: string;
	    heldOn: string;
	    state: string;
	    reason: string;
	    visits?: number;
	    noted?: number;
	    settled?: number;
	    publishedOn: string;
	    externalNo: string;
	    createdAt: string;
	    deletedAt: string;
	    kindWord: string;
	    stateWord: string;
	    headName: string;
	    headPost: string;
	    units: units.Ref[];
	    recorded: Number;
	    announceBy: string;
	    publishBy: string;
	    warnings: string[];
	}
	export interface ReceptionFigures {
	    period: string;
	    days: number;
	    unscheduled: number;
	    dialogues: number;
	    visits: number;
	    noted: number;
	    settled: number;
	    notHeld: number;
	    unrecorded: number;
	    missingCount: number;
	    matters: Number;
	}
	export interface ReceptionFilter {
	    span: dates.Span;
	    kind: string;
	    headId: string;
	    id: string;
	    deleted: boolean;
	}
	export interface ReceptionInput {
	    id: string;
	    kind: string;
	    headId: string;
	    unscheduled: boolean;
	    plannedOn: string;
	    place: string;
	    unitIds: string[];
	    announcedOn: string;
	    heldOn: string;
	    state: string;
	    reason: string;
	    visits?: number;
	    noted?: number;
	    settled?: number;
	    publishedOn: string;
	    externalNo: string;
	    guardReason: string;
	}
	export interface RecheckInput {
	    matterIds: string[];
	    day: string;
	    result: string;
	    meetingId: string;
	    officerId: string;
	    text: string;
	    guardReason: string;
	}
	
	export interface ReferInput {
	    matterIds: string[];
	    bodyId: string;
	    day: string;
	    docNumber: string;
	    docDate: string;
	    dueOn: string;
	    noDue: boolean;
	    basis: string;
	    accepted: string[];
	}
	
	export interface ReplyInput {
	    matterIds: string[];
	    day: string;
	    docNumber: string;
	    docDate: string;
	    outcome: string;
	    specific: boolean;
	    vagueness: string;
	    promisedOn: string;
	    refusal: string;
	    text: string;
	    guardReason: string;
	}
	
	export interface Rule {
	    id: string;
	    code: string;
	    amount: number;
	    unit: string;
	    source: string;
	    validFrom: string;
	    validTo: string;
	    name: string;
	    unitWord: string;
	    default: boolean;
	}
	export interface RuleInput {
	    code: string;
	    amount: number;
	    source: string;
	    validFrom: string;
	}
	export interface SplitInput {
	    id: string;
	    parts: ItemInput[];
	}
	export interface StatutoryFilter {
	    span: dates.Span;
	    kind: string;
	    bodyId: string;
	    deleted: boolean;
	}
	export interface StatutoryInput {
	    id: string;
	    receivedOn: string;
	    kind: string;
	    bodyId: string;
	    externalNo: string;
	}
	export interface StatutoryNote {
	    id: string;
	    receivedOn: string;
	    kind: string;
	    bodyId: string;
	    externalNo: string;
	    createdAt: string;
	    deletedAt: string;
	    kindWord: string;
	    body: string;
	}
	
	
	export interface TakeInHandInput {
	    matterIds: string[];
	    day: string;
	    dueOn: string;
	}
	export interface UndoInput {
	    matterId: string;
	    reason: string;
	}
	export interface Vocabulary {
	    kinds: store.Word[];
	    origins: store.Word[];
	    states: store.Word[];
	    events: store.Word[];
	    outcomes: store.Word[];
	    hows: store.Word[];
	    reactions: store.Word[];
	    bands: store.Word[];
	    scopeReasons: store.Word[];
	    reopenReasons: store.Word[];
	    closeReasons: store.Word[];
	    refusals: store.Word[];
	    rechecks: store.Word[];
	    statutory: store.Word[];
	    levels: store.Word[];
	    receptions: store.Word[];
	    dayStates: store.Word[];
	    worklists: store.Word[];
	    ages: store.Word[];
	    guardReasons: guard.Reason[];
	    fields: activities.Field[];
	    bodies: Body[];
	    criteria: CriteriaSet;
	    secretNotice: string;
	}
	export interface WorklistCount {
	    code: string;
	    word: string;
	    count: number;
	    more: boolean;
	}

}

export namespace officers {
	
	export interface Account {
	    userId: string;
	    officerId: string;
	    name: string;
	    binned: boolean;
	}
	export interface SeatRow {
	    id: string;
	    officerId: string;
	    termId: string;
	    body: string;
	    position: string;
	    rank: number;
	    validFrom: string;
	    validTo: string;
	    termLabel: string;
	    levelWord: string;
	    bodyWord: string;
	    current: boolean;
	}
	export interface PostRow {
	    id: string;
	    officerId: string;
	    label: string;
	    orgId: string;
	    orgText: string;
	    validFrom: string;
	    validTo: string;
	    rank: number;
	    source: string;
	    org: string;
	    current: boolean;
	}
	export interface Officer {
	    id: string;
	    fullName: string;
	    workPhone: string;
	    note: string;
	    createdAt: string;
	    deletedAt: string;
	}
	export interface Detail {
	    officer: Officer;
	    post: string;
	    postOrg: string;
	    posts: PostRow[];
	    seats: SeatRow[];
	}
	export interface PostIn {
	    id: string;
	    officerId: string;
	    label: string;
	    orgId: string;
	    orgText: string;
	    validFrom: string;
	    validTo: string;
	    rank: number;
	    source: string;
	    closePrevious: boolean;
	}
	export interface Input {
	    id: string;
	    fullName: string;
	    workPhone: string;
	    note: string;
	    post: PostIn;
	    guardReason: string;
	}
	export interface ListFilter {
	    text: string;
	    day: string;
	    orgId: string;
	    body: string;
	    bin: boolean;
	    limit: number;
	    offset: number;
	}
	export interface Membership {
	    id: string;
	    officerId: string;
	    termId: string;
	    body: string;
	    position: string;
	    rank: number;
	    validFrom: string;
	    validTo: string;
	}
	
	export interface Row {
	    id: string;
	    name: string;
	    post: string;
	    postOrg: string;
	    bodies: string;
	    workPhone: string;
	    rank: number;
	}
	export interface OfficerPage {
	    items: Row[];
	    total: number;
	}
	export interface Pair {
	    a: Row;
	    b: Row;
	    reason: string;
	}
	
	
	export interface Ref {
	    id: string;
	    name: string;
	    post: string;
	    postOrg: string;
	    sortKey: string;
	    rank: number;
	}
	
	
	export interface Term {
	    id: string;
	    label: string;
	    level: string;
	    validFrom: string;
	    validTo: string;
	    begins?: string;
	}

}

export namespace papers {
	
	export interface Related {
	    word: string;
	    id: string;
	    symbol: string;
	    day: string;
	}
	export interface Issued {
	    id: string;
	    origin: string;
	    form: string;
	    issuerId: string;
	    issuer: string;
	    issuerKey: string;
	    series: string;
	    spanKey: string;
	    number: number;
	    suffix: string;
	    symbol: string;
	    day: string;
	    typeName: string;
	    subject: string;
	    signer: string;
	    recipients: string[];
	    copies: number;
	    pages: number;
	    report: string;
	    period: string;
	    estimate?: boolean;
	    program: string;
	    hash: string;
	    proof: string;
	    reason: string;
	    note: string;
	    issuedAt: string;
	    issuedBy: string;
	    cancelledAt: string;
	    cancelReason: string;
	    reprints: number;
	    related?: Related[];
	    signedAt: string;
	}
	export interface CheckedPrint {
	    verdict: string;
	    sentence: string;
	    paper?: Issued;
	}
	export interface Fault {
	    kind: string;
	    form: string;
	    issuerId: string;
	    series: string;
	    typeName?: string;
	    spanWord: string;
	    from: number;
	    to: number;
	    papers: string[];
	    sentence: string;
	}
	export interface Filter {
	    span: dates.Span;
	    form: string;
	    issuerId: string;
	    series: string;
	    report: string;
	    text: string;
	    limit: number;
	    offset: number;
	}
	
	export interface PaperType {
	    name: string;
	    party: string;
	    state: string;
	}
	export interface Issuer {
	    id: string;
	    kind: string;
	    form: string;
	    name: string;
	    superior: string;
	    head: string;
	    symbol: string;
	    place: string;
	    signAuthority: string;
	    signPosition: string;
	    signName: string;
	    archive: string;
	    sortOrder: number;
	    builtIn?: boolean;
	    types?: PaperType[];
	}
	export interface OfficeText {
	    id: string;
	    seq: number;
	    report: string;
	    form: string;
	    place: string;
	    insteadOf: string;
	    text: string;
	    validFrom: string;
	    reason: string;
	    at: string;
	    userName: string;
	}
	export interface OutsideInput {
	    form: string;
	    issuerId: string;
	    series: string;
	    number: number;
	    suffix: string;
	    day: string;
	    typeName: string;
	    subject: string;
	    signer: string;
	    recipients: string[];
	    copies: number;
	    pages: number;
	    note: string;
	    guardReason: string;
	    accepted: string[];
	}
	export interface Reserved {
	    id: string;
	    form: string;
	    issuerId: string;
	    issuer: string;
	    series: string;
	    number: number;
	    suffix: string;
	    symbol: string;
	    day: string;
	    cause: string;
	    note: string;
	    createdAt: string;
	    createdBy: string;
	    releasedAt: string;
	    releasedBy: string;
	    releaseReason: string;
	    words: string;
	}
	export interface Page {
	    items: Issued[];
	    total: number;
	    faults: Fault[];
	    reserved: Reserved[];
	    series: string[];
	    issuers: Issuer[];
	}
	
	
	export interface Relation {
	    Kind: string;
	    ID: string;
	}
	export interface ReserveInput {
	    form: string;
	    issuerId: string;
	    series: string;
	    typeName: string;
	    number: number;
	    to: number;
	    suffix: string;
	    day: string;
	    cause: string;
	    note: string;
	    guardReason: string;
	    accepted: string[];
	}
	
	export interface Wording {
	    id: string;
	    draftId: string;
	    seq: number;
	    place: string;
	    kind: string;
	    after: string;
	    text: string;
	    autoText: string;
	    autoForm: string;
	    reason: string;
	    at: string;
	    userName: string;
	}

}

export namespace phrases {
	
	export interface Input {
	    id: string;
	    kind: string;
	    text: string;
	    guardReason: string;
	}
	export interface Phrase {
	    id: string;
	    kind: string;
	    text: string;
	    createdAt: string;
	    createdBy: string;
	    kindWord: string;
	}

}

export namespace reports {
	
	export interface Ask {
	    text: string;
	    late: boolean;
	    verb: string;
	    to: string;
	}
	export interface Input {
	    report: string;
	    period: string;
	    unitId: string;
	    officerId: string;
	    decisionId: string;
	    meetingId: string;
	    handoverId: string;
	    bodyId: string;
	    letterId: string;
	    matterId: string;
	    signer: string;
	    form: string;
	    number: number;
	    date: string;
	    draft: boolean;
	    draftRound?: number;
	    issuerId: string;
	    sessionId: string;
	    guestId: string;
	    signAs?: document.Signatory;
	    recipients: string[];
	    urgency: string;
	    circulation: string;
	    typist: string;
	    copies: number;
	    estimate?: boolean;
	    relation?: string;
	    relatedId?: string;
	    issuedAs?: string;
	}
	export interface NamedFigure {
	    name: string;
	    text: string;
	    link: string;
	    group: string;
	}
	export interface Passage {
	    key: string;
	    kind: string;
	    label: string;
	    state: string;
	    auto: string;
	    autoForm: string;
	    text: string;
	    runs: document.Run[];
	    hint: string;
	    changed: boolean;
	    autoThen: string;
	    unknown: string[];
	    reason: string;
	    seq: number;
	    at: string;
	    userName: string;
	}
	export interface Narrative {
	    title: string;
	    subject: string;
	    passages: Passage[];
	    figures: NamedFigure[];
	    earlier: boolean;
	    symbol: string;
	}
	export interface Obstacle {
	    condition: string;
	    weight: string;
	    reason: string;
	    to: string;
	}
	export interface OfficeTextInput {
	    paper: Input;
	    place: string;
	    insteadOf: string;
	    text: string;
	    validFrom: string;
	    guardReason: string;
	    seen: number;
	}
	export interface OfficeTextLine {
	    report: string;
	    name: string;
	    title: string;
	    form: string;
	    formWord: string;
	    now: papers.OfficeText;
	    versions: papers.OfficeText[];
	}
	export interface Trend {
	    name: string;
	    short: string;
	    chart: document.Chart;
	    note: string;
	}
	export interface Overview {
	    month: string;
	    label: string;
	    day: string;
	    running: boolean;
	    coverage: document.Table;
	    longest?: document.Cell;
	    attendance: document.Chart;
	    rate: document.Chart;
	    rateOf: document.Chart;
	    rateRule: string;
	    ageing: document.Table;
	    trends: Trend[];
	    asks: Ask[];
	}
	export interface OwedReport {
	    report: string;
	    title: string;
	    period: string;
	    label: string;
	    since: string;
	    days: number;
	    to: string;
	}
	export interface PaperChoice {
	    id: string;
	    label: string;
	}
	
	export interface Printed {
	    token: string;
	    fileName: string;
	    pages: number;
	    warnings: string[];
	    leads: string;
	    obstacles?: Obstacle[];
	    met?: string[];
	    places?: typeset.Place[];
	}
	export interface Remembered {
	    known: boolean;
	    printBy: string;
	    form: string;
	    draft: boolean;
	    signer: string;
	    unitId: string;
	    unitName: string;
	    officerId: string;
	    officer: string;
	    bodyId: string;
	    body: string;
	    favourite?: boolean;
	    lastOn?: string;
	}
	export interface ReportLine {
	    code: string;
	    name: string;
	    title: string;
	    description: string;
	    periods: string[];
	    forms: string[];
	    numbered: boolean;
	    needs: string;
	    takes: string[];
	    many: boolean;
	    worded?: boolean;
	    use: string;
	    useWord: string;
	    favourite?: boolean;
	    lastOn?: string;
	}
	export interface SampleInput {
	    kind: string;
	    day: string;
	    profile?: document.Profile;
	    issuer?: papers.Issuer;
	}
	export interface Sentence {
	    place: string;
	    insteadOf: string;
	    auto: string;
	    text: string;
	    shown: string;
	    list: boolean;
	    names: NamedFigure[];
	    versions: papers.OfficeText[];
	    seen: number;
	}
	
	export interface WordingInput {
	    paper: Input;
	    place: string;
	    kind: string;
	    after: string;
	    text: string;
	    guardReason: string;
	    seen: number;
	}
	export interface WordingPast {
	    wording: papers.Wording;
	    shown: string;
	}

}

export namespace sessions {
	
	export interface Filter {
	    text: string;
	    body: string;
	    state: string;
	    span: dates.Span;
	    bin: boolean;
	    limit: number;
	    offset: number;
	}
	export interface PersonInput {
	    id: string;
	    officerId: string;
	    label: string;
	    part: string;
	    present: string;
	    copies: number;
	}
	export interface PaperInput {
	    id: string;
	    title: string;
	    issuedId: string;
	    input: string;
	    owner: string;
	}
	export interface ItemInput {
	    id: string;
	    title: string;
	    presenterId: string;
	    presenter: string;
	    minutes: number;
	    conclusion: string;
	    papers: PaperInput[];
	}
	export interface Input {
	    id: string;
	    body: string;
	    title: string;
	    day: string;
	    startTime: string;
	    endTime: string;
	    place: string;
	    chairId: string;
	    secretaryId: string;
	    state: string;
	    note: string;
	    guardReason: string;
	    items: ItemInput[];
	    people: PersonInput[];
	}
	
	export interface PaperView {
	    id: string;
	    itemId: string;
	    sortOrder: number;
	    title: string;
	    issuedId: string;
	    input: string;
	    owner: string;
	    kind: string;
	    symbol: string;
	    day: string;
	    missing: string;
	}
	export interface ItemView {
	    id: string;
	    sessionId: string;
	    sortOrder: number;
	    title: string;
	    presenterId: string;
	    presenter: string;
	    minutes: number;
	    conclusion: string;
	    number: number;
	    startsAt: string;
	    presenterWord: string;
	    presenterName: string;
	    papers: PaperView[];
	}
	export interface Row {
	    id: string;
	    title: string;
	    body: string;
	    bodyWord: string;
	    day: string;
	    startTime: string;
	    place: string;
	    state: string;
	    stateWord: string;
	    items: number;
	    papers: number;
	    people: number;
	}
	export interface Page {
	    items: Row[];
	    total: number;
	}
	
	
	
	export interface PersonView {
	    id: string;
	    sessionId: string;
	    sortOrder: number;
	    officerId: string;
	    label: string;
	    role: string;
	    present: string;
	    copies: number;
	    name: string;
	    post: string;
	    roleWord: string;
	    presenceWord: string;
	}
	export interface Proposal {
	    people: PersonView[];
	    sentence: string;
	}
	
	export interface View {
	    id: string;
	    body: string;
	    title: string;
	    day: string;
	    startTime: string;
	    place: string;
	    chairId: string;
	    secretaryId: string;
	    state: string;
	    endTime: string;
	    note: string;
	    reason: string;
	    bodyWord: string;
	    stateWord: string;
	    chair: officers.Ref;
	    secretary: officers.Ref;
	    minutes: number;
	    endsAt: string;
	    items: ItemView[];
	    people: PersonView[];
	    deleted: boolean;
	}
	export interface Vocabulary {
	    bodies: store.Word[];
	    states: store.Word[];
	    roles: store.Word[];
	    presence: store.Word[];
	}

}

export namespace store {
	
	export interface AuditEntry {
	    id: string;
	    at: string;
	    userId: string;
	    userName: string;
	    action: string;
	    subject: string;
	    detail: string;
	}
	export interface Word {
	    code: string;
	    word: string;
	}

}

export namespace typeset {
	
	export interface Place {
	    key: string;
	    page: number;
	    at: number[];
	}

}

export namespace units {
	
	export interface Facts {
	    name: string;
	    shortName: string;
	    type: string;
	    code: string;
	    parentId: string;
	    households?: number;
	    members?: number;
	    welfare: string;
	}
	export interface Change {
	    unitId: string;
	    from: string;
	    facts: Facts;
	    source: string;
	}
	export interface Closed {
	    count: number;
	    open: string[];
	}
	export interface Closing {
	    unitId: string;
	    from: string;
	    source: string;
	    withBelow: boolean;
	}
	export interface Correction {
	    versionId: string;
	    facts: Facts;
	    validFrom: string;
	    validTo: string;
	    source: string;
	    note: string;
	}
	
	export interface Hit {
	    id: string;
	    tree: string;
	    type: string;
	    typeWord: string;
	    name: string;
	    label: string;
	    code: string;
	    parentId: string;
	    parentName: string;
	    validFrom: string;
	    validTo: string;
	    inForce: boolean;
	}
	export interface Hits {
	    items: Hit[];
	    total: number;
	}
	export interface Ref {
	    id: string;
	    tree: string;
	    type: string;
	    typeWord: string;
	    name: string;
	    label: string;
	    code: string;
	    parentId: string;
	    parentName: string;
	    validFrom: string;
	    validTo: string;
	}
	export interface Link {
	    id: string;
	    other: Ref;
	    validFrom: string;
	    validTo: string;
	}
	export interface Moving {
	    unitId: string;
	    parentId: string;
	    from: string;
	    source: string;
	}
	export interface NewUnit {
	    id: string;
	    tree: string;
	    facts: Facts;
	    validFrom: string;
	    validTo: string;
	    source: string;
	    note: string;
	}
	export interface Node {
	    id: string;
	    parentId: string;
	    name: string;
	    type: string;
	    code: string;
	    depth: number;
	    below: number;
	}
	export interface Office {
	    level: string;
	    name: string;
	    superior: string;
	    place: string;
	    symbol: string;
	    stateSuperior: string;
	    stateName: string;
	    stateSymbol: string;
	    stateSignPosition: string;
	    stateSignName: string;
	    signAuthority: string;
	    signPosition: string;
	    signName: string;
	    contact: string;
	    bookSignPosition: string;
	    bookSignName: string;
	    archive: string;
	    unitId: string;
	    orgId: string;
	    textSize: number;
	    sample: boolean;
	}
	export interface VersionView {
	    id: string;
	    unitId: string;
	    name: string;
	    shortName: string;
	    type: string;
	    code: string;
	    parentId: string;
	    households?: number;
	    members?: number;
	    welfare: string;
	    validFrom: string;
	    validTo: string;
	    source: string;
	    endSource: string;
	    typeWord: string;
	    parentName: string;
	}
	export interface Page {
	    unit: Ref;
	    day: string;
	    note: string;
	    createdAt: string;
	    deletedAt: string;
	    current: string;
	    inForce: boolean;
	    versions: VersionView[];
	    above: Ref[];
	    children: Ref[];
	    links: Link[];
	    predecessors: Ref[];
	}
	
	export interface SearchQuery {
	    text: string;
	    tree: string;
	    types: string[];
	    underId: string;
	    day: string;
	    anyTime: boolean;
	    limit: number;
	}
	export interface Territory {
	    id: string;
	    orgId: string;
	    unitId: string;
	    validFrom: string;
	    validTo: string;
	}
	export interface TreeQuery {
	    tree: string;
	    day: string;
	}
	export interface TreeView {
	    day: string;
	    nodes: Node[];
	}
	export interface Type {
	    code: string;
	    tree: string;
	    word: string;
	    tier: number;
	    parents: string[];
	    root: boolean;
	}
	
	export interface Welfare {
	    code: string;
	    word: string;
	}
	export interface Vocabulary {
	    types: Type[];
	    welfares: Welfare[];
	}

}

