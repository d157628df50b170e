package fulfilment

import (
	"cmp"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/duties"
)

// occurrence is one expected occurrence and what became of it.
type occurrence struct {
	duty    *duties.Duty
	law     *duties.CompiledRule
	turn    *duties.Turn
	due     int32 // the day the rule fixes or the middle of the share
	day     int32 // of its meeting, else due
	record  int32 // -1 = no meeting
	outcome activities.Outcome
	held    bool
}

// merit orders outcomes: where a place meets more often than the quota asks, the officer's best attendances count, and a
// meeting that was held stands before one that was not.
func merit(o activities.Outcome, held bool) int {
	switch o {
	case activities.Outcome(activities.Attended):
		return 0
	case activities.Outcome(activities.Substituted):
		return 1
	case activities.Outcome(activities.Excused):
		return 2
	case activities.Outcome(activities.Absent):
		return 3
	case activities.NotRecorded:
		if held {
			return 4
		}
		return 5
	case activities.ToCome:
		return 6
	case activities.NotHeld:
		return 7
	}
	return 8
}

// each visits every occurrence of the filter, place by place.
func (r *reckoning) each(visit func(*occurrence)) {
	for i := range r.Duties {
		d := &r.Duties[i]
		law := &r.Rules[d.Rule]
		r.sortIntoTurns(d, law)
		for t := range law.Turns {
			turn := &law.Turns[t]
			if len(turn.Days) == 0 {
				continue
			}
			if held := r.buckets[t]; len(held) <= len(turn.Days) {
				r.bind(d, law, turn, held, visit)
			} else {
				r.choose(d, law, turn, held, visit)
			}
		}
	}
}

// sortIntoTurns puts the meetings of a duty's place and kind into the turns of its rule.
func (r *reckoning) sortIntoTurns(d *duties.Duty, law *duties.CompiledRule) {
	for len(r.buckets) < len(law.Turns) {
		r.buckets = append(r.buckets, nil)
	}
	for _, t := range r.dirty {
		r.buckets[t] = r.buckets[t][:0]
	}
	r.dirty = r.dirty[:0]
	if r.from == nil {
		return
	}
	key := int(d.Unit)*len(activities.Kinds) + int(kindAt[activities.Kind(law.Activity)])
	for _, i := range r.list[r.from[key]:r.from[key+1]] {
		if i < 0 {
			continue
		}
		if t := law.TurnOf(r.records[i].planned, r.records[i].day); t >= 0 {
			if len(r.buckets[t]) == 0 {
				r.dirty = append(r.dirty, t)
			}
			r.buckets[t] = append(r.buckets[t], i)
		}
	}
}

// bind gives each meeting of a turn the nearest occurrence that is still free; the occurrence takes the meeting's day.
func (r *reckoning) bind(d *duties.Duty, law *duties.CompiledRule, turn *duties.Turn, held []int32, visit func(*occurrence)) {
	var space [8]int32
	bound := append(space[:0], turn.Days...)
	for i := range bound {
		bound[i] = -1
	}
	for _, rec := range held {
		best := -1
		for i, day := range turn.Days {
			if bound[i] < 0 && (best < 0 || apart(day, r.records[rec].day) < apart(turn.Days[best], r.records[rec].day)) {
				best = i
			}
		}
		bound[best] = rec
	}
	for i, rec := range bound {
		o := occurrence{duty: d, law: law, turn: turn, due: turn.Days[i], day: turn.Days[i], record: rec}
		if rec >= 0 {
			o.day = r.records[rec].day
		}
		if !r.Counts(d, o.day) {
			continue
		}
		switch {
		case r.Paused(d.Unit, law.Activity, o.day):
			o.outcome = activities.OnHold
		case rec >= 0:
			o.outcome, o.held = r.outcome(d, law, rec)
		default:
			o.outcome = r.open(law, turn, o.due)
		}
		visit(&o)
	}
}

// choose is for a turn with more meetings than the quota asks: the occurrences keep their days, and the best meetings in
// the duty's own time stand for them.
func (r *reckoning) choose(d *duties.Duty, law *duties.CompiledRule, turn *duties.Turn, held []int32, visit func(*occurrence)) {
	var mine []*occurrence
	for _, day := range turn.Days {
		if !r.InForce(d, day) {
			continue
		}
		o := &occurrence{duty: d, law: law, turn: turn, due: day, day: day, record: -1}
		if r.Paused(d.Unit, law.Activity, day) {
			o.outcome = activities.OnHold
			if r.Counts(d, day) {
				visit(o)
			}
			continue
		}
		mine = append(mine, o)
	}
	type candidate struct {
		record  int32
		outcome activities.Outcome
		held    bool
	}
	var able []candidate
	for _, rec := range held {
		if day := r.records[rec].day; r.InForce(d, day) && !r.Paused(d.Unit, law.Activity, day) {
			outcome, was := r.outcome(d, law, rec)
			able = append(able, candidate{rec, outcome, was})
		}
	}
	slices.SortStableFunc(able, func(a, b candidate) int { return cmp.Compare(merit(a.outcome, a.held), merit(b.outcome, b.held)) })
	able = able[:min(len(able), len(mine))]
	slices.SortFunc(able, func(a, b candidate) int {
		x, y := &r.records[a.record], &r.records[b.record]
		return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.id, y.id))
	})
	for i, o := range mine {
		if i < len(able) {
			o.record, o.outcome, o.held = able[i].record, able[i].outcome, able[i].held
		} else {
			o.outcome = r.open(law, turn, o.due)
		}
		if r.Counts(d, o.due) {
			visit(o)
		}
	}
}

func apart(a, b int32) int32 {
	if a < b {
		return b - a
	}
	return a - b
}

// open is the outcome of an occurrence without a meeting: to come until its last day with grace has passed.
func (r *reckoning) open(law *duties.CompiledRule, turn *duties.Turn, due int32) activities.Outcome {
	last := turn.Span.To - 1
	if turn.Due {
		last = due
	}
	if last+int32(law.GraceDays) >= r.today {
		return activities.ToCome
	}
	return activities.NotRecorded
}

// outcome is what a meeting means for a duty.
func (r *reckoning) outcome(d *duties.Duty, law *duties.CompiledRule, rec int32) (o activities.Outcome, held bool) {
	m := &r.records[rec]
	switch m.state {
	case activities.Cancelled, activities.Postponed:
		return activities.NotHeld, false
	case activities.Suspended:
		return activities.OnHold, false
	case activities.Planned:
		if m.day >= r.today {
			return activities.ToCome, false
		}
		return activities.NotRecorded, false
	}
	if d.Assigned < 0 {
		return activities.Outcome(activities.Attended), true
	}
	post := &r.Assigned[d.Assigned]
	if post.Team < 0 {
		return r.resultOf(m, post.Officer), true
	}
	o = activities.NotRecorded
	for _, member := range r.Teams[post.Team] {
		if !member.Range.Contains(m.day) || !member.Lead && !law.CountsMember {
			continue
		}
		if of := r.resultOf(m, member.Officer); merit(of, true) < merit(o, true) {
			o = of
		}
	}
	return o, true
}

func (r *reckoning) resultOf(m *record, officer int32) activities.Outcome {
	for _, s := range r.seen[m.first:m.last] {
		if s.officer == officer {
			return activities.Outcome(activities.Results[s.result].Code)
		}
	}
	return activities.NotRecorded
}
