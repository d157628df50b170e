package duties

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Filter chooses expected occurrences; what is left empty does not narrow.
type Filter struct {
	Span      dates.Span // closed; at most five years
	OfficerID string     // own duties, and those of teams the officer belongs to on the day
	UnderID   string
	TargetIDs []string
	RuleIDs   []string // versions
	SeriesID  string
	Activity  Activity
}

// DutyIndex is everything that decides which occurrences are expected, read once for a Filter. Units, officers and teams
// are numbers: places in UnitIDs, OfficerIDs and TeamIDs; days are dates.DayNumber.
type DutyIndex struct {
	Filter      Filter
	Span        dates.DayRange
	MeetingDays dates.DayRange // days on which a meeting may count: of every turn that shares a day with Span, with its grace
	Rules       []CompiledRule
	Duties      []Duty
	Assigned    []Assigned

	UnitIDs    []string
	OfficerIDs []string
	TeamIDs    []string
	Teams      [][]Member // by team

	unitIndexes, officerIndexes, teamIndexes map[string]int32
	units                                    []indexedUnit
	links                                    map[int32][]link
	suspended                                []suspendedDays
	nearbyJSON                               string // places to read as a JSON list; "" = all
	scopeUnit, askedOfficer                  int32  // Filter.UnderID and OfficerID as places in the lists, -1 = not given
}

// CompiledRule is a duty rule with its turns in the filter's span worked out.
type CompiledRule struct {
	Rule
	Range     dates.DayRange // in force, within its scheme
	Turns     []Turn
	types     uint64
	firstDay  int32 // day of turnOf[0]
	turnByDay []int16
}

// Assigned is an assignment that may carry duties.
type Assigned struct {
	ID            string
	Officer, Team int32 // one of them is -1
	Unit          int32
	Range         dates.DayRange
	kind          int32
}

// Member is an officer's time in a team.
type Member struct {
	Officer int32
	Lead    bool
	Range   dates.DayRange
}

// Duty is a rule on one place: of an assignment, or of the place itself (Post -1).
type Duty struct {
	Rule, Assigned, Unit int32
	Range                dates.DayRange
}

type indexedUnit struct {
	party, deleted bool
	versions       []indexedVersion
}

type indexedVersion struct {
	span    dates.DayRange
	parent  int32
	typeBit uint64 // its type
}

type link struct {
	other int32
	span  dates.DayRange
}

type suspendedDays struct {
	span     dates.DayRange
	scope    int32 // -1 = everywhere
	activity Activity
}

// mostYears bounds what is asked at once; a term has five.
const maxYears = 5

// RequireBothEnds refuses, as Invalid, a span that is empty or lacks an end: what is counted has to begin and end.
func RequireBothEnds(span dates.Span) error {
	if !span.From.Valid() || !span.To.Valid() || span.Empty() {
		return fault.Invalid("span", "Hãy chọn khoảng thời gian có ngày đầu và ngày cuối.")
	}
	return nil
}

// LoadDutyIndex reads what decides the expected occurrences of a filter. Faults: Invalid for a span without both ends or
// longer than five years.
func LoadDutyIndex(tx *store.Tx, f Filter) (*DutyIndex, error) {
	if err := RequireBothEnds(f.Span); err != nil {
		return nil, err
	}
	if f.Span.Days() > maxYears*366 {
		return nil, fault.Invalid("span", "Khoảng thời gian dài quá 5 năm; hãy chọn ngắn hơn.")
	}
	x := newDutyIndex()
	x.Filter, x.Span = f, dates.DayRangeOf(f.Span)
	x.MeetingDays = x.Span
	for _, read := range []func(*store.Tx) error{x.readRules, x.readNearby, x.readUnitsOrCached, x.readSuspensions} {
		if err := read(tx); err != nil {
			return nil, err
		}
	}
	if f.UnderID != "" {
		x.scopeUnit = indexOf(x.unitIndexes, f.UnderID)
	}
	if f.OfficerID != "" {
		x.askedOfficer = indexOf(x.officerIndexes, f.OfficerID)
	}
	return x, x.buildDuties(tx)
}

func indexOf(at map[string]int32, id string) int32 {
	if i, known := at[id]; known {
		return i
	}
	return -2 // known nowhere: nothing matches
}

func addKey(at map[string]int32, ids *[]string, id string) int32 {
	i, known := at[id]
	if !known {
		i = int32(len(*ids))
		*ids = append(*ids, id)
		at[id] = i
	}
	return i
}

func (x *DutyIndex) readRules(tx *store.Tx) error {
	f := x.Filter
	query := tx.Where("period <> ?", dates.OnEvent).Order("scheme_id, sort_order, series_id, valid_from")
	if len(f.RuleIDs) > 0 {
		query = query.Where("id IN ?", f.RuleIDs)
	}
	if f.SeriesID != "" {
		query = query.Where("series_id = ?", f.SeriesID)
	}
	if f.Activity != "" {
		query = query.Where("activity = ?", f.Activity)
	}
	var rows []Rule
	if err := query.Find(&rows).Error; err != nil {
		return err
	}
	names, err := loadSchemeNames(tx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		scheme, kind := names.schemes[r.SchemeID], names.kinds[r.KindID]
		rule := CompiledRule{Rule: r, Range: dates.DayRangeOf(r.Span()).Clip(dates.DayRangeOf(scheme.Span()))}
		// A turn before the span can have its meeting, within grace, inside the span.
		around := dates.Span{From: f.Span.From.AddDays(-r.GraceDays), To: f.Span.To}
		if rule.Turns = turnsOf(
			&r,
			around,
		); len(rule.Turns) == 0 ||
			!rule.Range.Overlaps(dates.DayRange{From: rule.Turns[0].Span.From, To: rule.Turns[len(rule.Turns)-1].Span.To + maxGraceDays}) {
			continue
		}
		types := r.TargetTypes
		if len(types) == 0 && r.Subject != OfOfficer {
			types = kind.TargetTypes
		}
		rule.types = typeBits(types)
		rule.indexTurns()
		x.Rules = append(x.Rules, rule)
		last := rule.Turns[len(rule.Turns)-1]
		x.MeetingDays = dates.DayRange{
			From: min(x.MeetingDays.From, rule.Turns[0].Span.From),
			To:   max(x.MeetingDays.To, last.Span.To+int32(r.GraceDays)),
		}
	}
	return nil
}

func (l *CompiledRule) indexTurns() {
	l.firstDay = l.Turns[0].Span.From
	l.turnByDay = make([]int16, l.Turns[len(l.Turns)-1].Span.To-l.firstDay)
	for i, t := range l.Turns {
		for d := t.Span.From; d < t.Span.To; d++ {
			l.turnByDay[d-l.firstDay] = int16(i)
		}
	}
}

// TurnOf tells for which turn a meeting counts: the one in which it was first planned when it is held there or within the
// grace days after, else the one in which its day lies. -1 = outside the turns.
func (l *CompiledRule) TurnOf(planned, day int32) int {
	if i := l.turnAt(planned); i >= 0 {
		if s := l.Turns[i].Span; day >= s.From && day < s.To+int32(l.GraceDays) {
			return i
		}
	}
	return l.turnAt(day)
}

func (l *CompiledRule) turnAt(day int32) int {
	if day < l.firstDay || day >= l.firstDay+int32(len(l.turnByDay)) {
		return -1
	}
	return int(l.turnByDay[day-l.firstDay])
}

// buildDuties makes the duties: for each rule the assignments of its kind, or the units of its types.
func (x *DutyIndex) buildDuties(tx *store.Tx) error {
	var kinds []struct{ ID, SchemeID string }
	if err := tx.Raw("SELECT id, scheme_id FROM scheme_kind ORDER BY id").Scan(&kinds).Error; err != nil {
		return err
	}
	byKind := map[int32][]int32{}
	for i := range x.Assigned {
		byKind[x.Assigned[i].kind] = append(byKind[x.Assigned[i].kind], int32(i))
	}
	wanted := map[int32]bool{}
	for _, id := range x.Filter.TargetIDs {
		wanted[indexOf(x.unitIndexes, id)] = true
	}
	chosen := func(unit int32) bool { return x.Filter.TargetIDs == nil || wanted[unit] }
	for r := range x.Rules {
		rule := &x.Rules[r]
		if rule.Subject != OfOfficer {
			for u := range x.units {
				if x.Filter.OfficerID == "" && chosen(int32(u)) && x.hasTypeDuring(int32(u), rule) {
					x.Duties = append(x.Duties, Duty{int32(r), -1, int32(u), rule.Range})
				}
			}
			continue
		}
		for k, kind := range kinds {
			if kind.SchemeID != rule.SchemeID || rule.KindID != "" && rule.KindID != kind.ID {
				continue
			}
			for _, p := range byKind[int32(k)] {
				post := &x.Assigned[p]
				if s := post.Range.Clip(rule.Range); s.From < s.To && chosen(post.Unit) && x.mayConcernOfficer(post) {
					x.Duties = append(x.Duties, Duty{int32(r), p, post.Unit, s})
				}
			}
		}
	}
	// From the unit's side: the meetings of one place are looked at together, and the order does not depend on keys.
	slices.SortStableFunc(x.Duties, func(a, b Duty) int { return int(a.Unit) - int(b.Unit) })
	return nil
}

func (x *DutyIndex) hasTypeDuring(unit int32, rule *CompiledRule) bool {
	p := &x.units[unit]
	return !p.deleted && slices.ContainsFunc(p.versions, func(v indexedVersion) bool {
		return v.typeBit&rule.types != 0 && v.span.Overlaps(rule.Range)
	})
}

func (x *DutyIndex) mayConcernOfficer(p *Assigned) bool {
	if x.Filter.OfficerID == "" || p.Officer == x.askedOfficer {
		return true
	}
	return p.Team >= 0 && slices.ContainsFunc(x.Teams[p.Team], func(m Member) bool { return m.Officer == x.askedOfficer })
}

// Counts tells whether an occurrence of the duty on the day is one of the filter's: the rule and assignment are in force,
// the place exists and is of the right type, and it lies in the area and with the officer asked for.
func (x *DutyIndex) Counts(d *Duty, day int32) bool {
	return x.InForce(d, day) && x.Span.Contains(day) && x.concernsOfficer(d, day) && (x.Filter.UnderID == "" || x.Inside(d.Unit, day))
}

// InForce tells whether the duty exists on the day.
func (x *DutyIndex) InForce(d *Duty, day int32) bool {
	if !d.Range.Contains(day) {
		return false
	}
	v := x.versionOn(d.Unit, day)
	return v != nil && !x.units[d.Unit].deleted && v.typeBit&x.Rules[d.Rule].types != 0
}

func (x *DutyIndex) concernsOfficer(d *Duty, day int32) bool {
	if x.Filter.OfficerID == "" {
		return true
	}
	p := &x.Assigned[d.Assigned]
	return p.Officer == x.askedOfficer || p.Team >= 0 && slices.ContainsFunc(x.Teams[p.Team], func(m Member) bool {
		return m.Officer == x.askedOfficer && m.Range.Contains(day)
	})
}
