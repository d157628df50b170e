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
	rule    *duties.CompiledRule
	turn    *duties.Turn
	due     int32 // the day the rule fixes or the middle of the share
	day     int32 // of its meeting, else due
	meeting int32 // -1 = no meeting
	outcome activities.Outcome
	held    bool
}

// outcomeRank orders outcomes, 0 the best: where a place meets more often than the quota asks, the officer's best
// attendances count, and a meeting that was held stands before one that was not.
func outcomeRank(o activities.Outcome, held bool) int {
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

// eachOccurrence visits every occurrence of the filter, unit by unit.
func (r *evaluation) eachOccurrence(visit func(*occurrence)) {
	for i := range r.Duties {
		d := &r.Duties[i]
		rule := &r.Rules[d.Rule]
		r.sortIntoTurns(d, rule)
		for t := range rule.Turns {
			turn := &rule.Turns[t]
			if len(turn.Days) == 0 {
				continue
			}
			if held := r.byTurn[t]; len(held) <= len(turn.Days) {
				r.assignNearest(d, rule, turn, held, visit)
			} else {
				r.assignBest(d, rule, turn, held, visit)
			}
		}
	}
}

// sortIntoTurns puts the meetings of a duty's place and kind into the turns of its rule.
func (r *evaluation) sortIntoTurns(d *duties.Duty, rule *duties.CompiledRule) {
	for len(r.byTurn) < len(rule.Turns) {
		r.byTurn = append(r.byTurn, nil)
	}
	for _, t := range r.usedTurns {
		r.byTurn[t] = r.byTurn[t][:0]
	}
	r.usedTurns = r.usedTurns[:0]
	if r.groupStart == nil {
		return
	}
	key := int(d.Unit)*len(activities.Kinds) + int(kindIndex[activities.Kind(rule.Activity)])
	for _, i := range r.grouped[r.groupStart[key]:r.groupStart[key+1]] {
		if i < 0 {
			continue
		}
		if t := rule.TurnOf(r.meetings[i].planned, r.meetings[i].day); t >= 0 {
			if len(r.byTurn[t]) == 0 {
				r.usedTurns = append(r.usedTurns, t)
			}
			r.byTurn[t] = append(r.byTurn[t], i)
		}
	}
}

// assignNearest gives each meeting of a turn the nearest occurrence that is still free; the occurrence takes the meeting's
// day.
func (r *evaluation) assignNearest(d *duties.Duty, rule *duties.CompiledRule, turn *duties.Turn, held []int32, visit func(*occurrence)) {
	var space [8]int32
	bound := append(space[:0], turn.Days...)
	for i := range bound {
		bound[i] = -1
	}
	for _, rec := range held {
		best := -1
		for i, day := range turn.Days {
			if bound[i] < 0 && (best < 0 || distance(day, r.meetings[rec].day) < distance(turn.Days[best], r.meetings[rec].day)) {
				best = i
			}
		}
		bound[best] = rec
	}
	for i, rec := range bound {
		o := occurrence{duty: d, rule: rule, turn: turn, due: turn.Days[i], day: turn.Days[i], meeting: rec}
		if rec >= 0 {
			o.day = r.meetings[rec].day
		}
		if !r.Counts(d, o.day) {
			continue
		}
		switch {
		case r.Paused(d.Unit, rule.Activity, o.day):
			o.outcome = activities.OnHold
		case rec >= 0:
			o.outcome, o.held = r.outcomeOf(d, rule, rec)
		default:
			o.outcome = r.outcomeWithoutMeeting(rule, turn, o.due)
		}
		visit(&o)
	}
}

// assignBest is for a turn with more meetings than the quota asks: the occurrences keep their days, and the best meetings
// in the duty's own time stand for them.
func (r *evaluation) assignBest(d *duties.Duty, rule *duties.CompiledRule, turn *duties.Turn, held []int32, visit func(*occurrence)) {
	var mine []*occurrence
	for _, day := range turn.Days {
		if !r.InForce(d, day) || day > r.last {
			continue
		}
		o := &occurrence{duty: d, rule: rule, turn: turn, due: day, day: day, meeting: -1}
		if r.Paused(d.Unit, rule.Activity, day) {
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
		if day := r.meetings[rec].day; r.InForce(d, day) && !r.Paused(d.Unit, rule.Activity, day) {
			outcome, was := r.outcomeOf(d, rule, rec)
			able = append(able, candidate{rec, outcome, was})
		}
	}
	slices.SortStableFunc(able, func(a, b candidate) int {
		return cmp.Compare(outcomeRank(a.outcome, a.held), outcomeRank(b.outcome, b.held))
	})
	able = able[:min(len(able), len(mine))]
	slices.SortFunc(able, func(a, b candidate) int {
		x, y := &r.meetings[a.record], &r.meetings[b.record]
		return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.id, y.id))
	})
	for i, o := range mine {
		if i < len(able) {
			o.meeting, o.outcome, o.held = able[i].record, able[i].outcome, able[i].held
		} else {
			o.outcome = r.outcomeWithoutMeeting(rule, turn, o.due)
		}
		if r.Counts(d, o.due) {
			visit(o)
		}
	}
}

func distance(a, b int32) int32 {
	if a < b {
		return b - a
	}
	return a - b
}

// outcomeWithoutMeeting is to come until the last day of the occurrence has passed, and its grace, which is for entering it, has
// run out by now; then nothing was recorded.
func (r *evaluation) outcomeWithoutMeeting(rule *duties.CompiledRule, turn *duties.Turn, due int32) activities.Outcome {
	last := turn.Span.To - 1
	if turn.Due {
		last = due
	}
	if last >= r.toCome || last+int32(rule.GraceDays) >= r.present {
		return activities.ToCome
	}
	return activities.NotRecorded
}

// outcomeOf is what a meeting means for a duty.
func (r *evaluation) outcomeOf(d *duties.Duty, rule *duties.CompiledRule, rec int32) (o activities.Outcome, held bool) {
	m := &r.meetings[rec]
	switch m.state {
	case activities.Cancelled, activities.Postponed:
		return activities.NotHeld, false
	case activities.Suspended:
		return activities.OnHold, false
	case activities.Planned:
		if m.day >= r.toCome {
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
		if !member.Range.Contains(m.day) || !member.Lead && !rule.CountsMember {
			continue
		}
		if of := r.resultOf(m, member.Officer); outcomeRank(of, true) < outcomeRank(o, true) {
			o = of
		}
	}
	return o, true
}

func (r *evaluation) resultOf(m *meetingRecord, officer int32) activities.Outcome {
	for _, s := range r.marks[m.first:m.last] {
		if s.officer == officer {
			return activities.Outcome(activities.Results[s.result].Code)
		}
	}
	return activities.NotRecorded
}
