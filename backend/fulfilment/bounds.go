package fulfilment

// Bounds are the least and the most the rate Done of Held can become once what is not recorded yet is: as parts of Of. Without
// anything held or unrecorded Of is 0. Where everything is recorded both are the rate itself.
type Bounds struct{ Least, Most, Of int }

// Bounds gives the bounds of the rate of a tally.
func (t Tally) Bounds() Bounds {
	return Bounds{Least: t.Done, Most: t.Done + t.NotRecorded, Of: t.Held + t.NotRecorded}
}
