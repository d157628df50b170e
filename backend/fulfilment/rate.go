package fulfilment

import "caunoi/backend/activities"

// RateRule is the definition of the rate of attendance in the words of the columns of a table; it stands under every table that
// shows the rate. It is the measure of the scheme's terms: attended, and substituted where the rule of the duty counts it, of what
// was expected at a meeting that was held. Leave with a reason, and a meeting at which nobody wrote the result down, were expected.
const RateRule = "Tỷ lệ dự = (đã dự + dự thay được tính) / (phải dự - chưa ghi cuộc họp). Dự thay được tính khi quy định của nhiệm vụ " +
	"cho tính. Vắng có lý do và cuộc đã họp mà chưa ghi kết quả nằm trong số phải dự; không tổ chức, tạm dừng thì không."

// Bounds are the least and the most the rate Done of Held can become once what is not recorded yet is: as parts of Of. Without
// anything held or unrecorded Of is 0. Where everything is recorded both are the rate itself.
type Bounds struct{ Least, Most, Of int }

// Bounds gives the bounds of the rate of a tally.
func (t Tally) Bounds() Bounds {
	return Bounds{Least: t.Done, Most: t.Done + t.NotRecorded, Of: t.Expected}
}

// Add counts one occurrence: what became of it, whether its meeting was held, and whether its rule counts a substitute.
func (t *Tally) Add(o activities.Outcome, held, countsSubstitute bool) {
	switch o {
	case activities.NotHeld:
		t.NotHeld++
		return
	case activities.OnHold:
		t.Suspended++
		return
	case activities.ToCome:
		t.ToCome++
		return
	case activities.Outcome(activities.Attended):
		t.Attended++
	case activities.Outcome(activities.Substituted):
		t.Substituted++
		if countsSubstitute {
			t.SubstitutedCounted++
		}
	case activities.Outcome(activities.Excused):
		t.Excused++
	case activities.Outcome(activities.Absent):
		t.Absent++
	default:
		t.NotRecorded++
		if held {
			t.HeldNotRecorded++
		}
	}
	t.Expected++
	t.rate()
}

// rate is the one place that says what the rate is of what: see RateRule.
func (t *Tally) rate() {
	t.SubstitutedOnly, t.NotKnown = t.Substituted-t.SubstitutedCounted, t.NotRecorded-t.HeldNotRecorded
	t.Done, t.Held = t.Attended+t.SubstitutedCounted, t.Expected-t.NotKnown
}

// AddAll counts the occurrences of another tally.
func (t *Tally) AddAll(o Tally) {
	t.Expected += o.Expected
	t.NotHeld += o.NotHeld
	t.Suspended += o.Suspended
	t.Attended += o.Attended
	t.Substituted += o.Substituted
	t.SubstitutedCounted += o.SubstitutedCounted
	t.Excused += o.Excused
	t.Absent += o.Absent
	t.NotRecorded += o.NotRecorded
	t.HeldNotRecorded += o.HeldNotRecorded
	t.ToCome += o.ToCome
	t.rate()
}

// Part narrows occurrences to one side of the rate.
type Part string

// The parts.
const (
	PartCounted    Part = "duoc_tinh"         // counted as attended
	PartNotCounted Part = "khong_tinh"        // expected, and not counted as attended
	PartUnknown    Part = "chua_ghi_cuoc_hop" // expected, and nobody wrote whether there was a meeting
)

// holds tells whether an occurrence is in a part; every one is in "".
func (p Part) holds(o *occurrence) bool {
	var t Tally
	t.Add(o.outcome, o.held, o.rule.CountsSubstitute)
	switch p {
	case PartCounted:
		return t.Done > 0
	case PartNotCounted:
		return t.Expected > t.Done
	case PartUnknown:
		return t.NotKnown > 0
	}
	return true
}
