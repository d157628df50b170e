package reports_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// A paper of a past day does not change when what happened after that day is entered: every paper of the catalog, of past periods
// and days, for the whole office and a commune of it.
func TestLaterRecordsChangeNoPaper(t *testing.T) {
	t.Parallel()
	wrote := map[string]int{}
	for seed, day := range map[uint64]dates.Date{1: "2026-06-30", 2: "2026-09-17", 3: "2026-10-31"} {
		t.Run(string(day), func(t *testing.T) {
			s := sampleOffice.Open(t)
			about := choices(t, s)
			before := papersOf(t, s, day, about)
			storetest.Write(t, s, func(tx *store.Tx) error { return writeLater(tx, day, rand.New(rand.NewPCG(seed, 12)), wrote) })
			after := papersOf(t, s, day, about)
			for _, name := range slices.Sorted(maps.Keys(before)) {
				if at := differs(before[name], after[name]); at != "" {
					t.Errorf("%s changed: %s", name, at)
				}
			}
		})
	}
	for _, what := range laterKinds {
		if wrote[what] == 0 {
			t.Errorf("nothing of this kind was entered: %s", what)
		}
	}
}

// papersOf makes every paper of the catalog as of a day: of the periods that end with it, else dated on it.
func papersOf(t *testing.T, s *store.Store, day dates.Date, about func(reports.Report, reports.Input) reports.Input) map[string]string {
	t.Helper()
	out := map[string]string{}
	storetest.Read(t, s, func(tx *store.Tx) error {
		commune, err := units.Of(tx, units.Filter{Types: []string{units.Xa}, Day: day})
		if err != nil {
			return err
		}
		for _, report := range reports.Catalog {
			if report.Looks == reports.LooksNow {
				continue // it tells one record, or the register of papers, as it stands
			}
			kinds := report.Periods
			if report.AsOfToday() {
				kinds = []dates.PeriodKind{dates.Month}
			}
			if n := len(kinds); n > 2 && !storetest.AllDays() {
				kinds = []dates.PeriodKind{kinds[0], kinds[n-1]}
			}
			for _, kind := range kinds {
				if report.Looks == reports.LooksAhead && dates.PeriodOf(kind, day).Span().Last() > day {
					continue // its period goes on, and what is planned in it is what the paper tells
				}
				for _, under := range []string{"", commune[0].ID} {
					in := reports.Input{Report: report.Code, Period: dates.PeriodOf(kind, day), Date: day, UnitID: under}
					if report.Needs != reports.NeedUnit || under == "" {
						in = about(report, in)
					}
					name := fmt.Sprintf("%s %s %t", report.Code, in.Period, under != "")
					doc, err := reports.Make(tx, in)
					if err != nil && !fault.Is(err, fault.CodeInvalid) {
						return fmt.Errorf("%s: %w", name, err)
					}
					text, err := json.Marshal(doc)
					if err != nil {
						return err
					}
					out[name] = string(text)
				}
			}
		}
		return nil
	})
	return out
}

// differs shows where two texts part; "" where they are one.
func differs(a, b string) string {
	if a == b {
		return ""
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	show := func(text string) string { return text[max(0, min(i, len(text))-150):min(len(text), i+150)] }
	return "\n  before: " + show(a) + "\n  after:  " + show(b)
}

// laterKinds is everything that is entered of days after the one a paper is of.
var laterKinds = []string{
	"meeting", "postponed", "matter", "refer", "reply", "convey", "close", "reopen", "pause", "merge", "officer", "post", "handover",
	"new assignment", "reception", "published", "suspension", "renamed",
}

// writeLater enters records of days after day and up to today, of every kind.
func writeLater(tx *store.Tx, day dates.Date, r *rand.Rand, wrote map[string]int) error {
	w := later{tx: tx, day: day, r: r, wrote: wrote}
	for _, step := range []func() error{w.officers, w.meetings, w.matters, w.courses, w.assignments, w.receptions, w.others} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

type later struct {
	tx    *store.Tx
	day   dates.Date
	r     *rand.Rand
	wrote map[string]int
	new   officers.Officer
}

func (w *later) any() dates.Date { return w.day.AddDays(1 + w.r.IntN(w.tx.Today.Sub(w.day))) }

// did counts what was stored; what the rules of the program refuse is tried elsewhere.
func (w *later) did(what string, err error) error {
	if err == nil {
		w.wrote[what]++
	} else if fault.Is(err, fault.CodeInvalid) || fault.Is(err, fault.CodeConflict) || fault.Is(err, fault.CodeConfirm) {
		return nil
	}
	return err
}

func (w *later) officers() (err error) {
	post := officers.PostIn{Label: "Ủy viên Ban Thường vụ", OrgText: "Huyện ủy", ValidFrom: w.day.AddDays(1), Rank: 1}
	w.new, err = officers.Add(w.tx, officers.Input{FullName: "An Thị Mẫu Mới", Post: post})
	if err := w.did("officer", err); err != nil {
		return err
	}
	lines, err := assignments.Active(w.tx, assignments.Filter{Day: w.day})
	if err != nil {
		return err
	}
	for _, l := range lines[:min(8, len(lines))] {
		if l.OfficerID == "" {
			continue
		}
		post := officers.Post{
			ID:        store.NewID(),
			OfficerID: l.OfficerID,
			Label:     "Bí thư mới",
			OrgText:   "Nơi mới",
			ValidFrom: w.any(),
			Rank:      1,
		}
		if err := w.did("post", w.tx.Create(&post).Error); err != nil {
			return err
		}
	}
	return nil
}

func (w *later) meetings() error {
	lines, err := assignments.Active(w.tx, assignments.Filter{Day: w.day})
	if err != nil {
		return err
	}
	results := []activities.Result{activities.Attended, activities.Absent, activities.Excused}
	for _, l := range lines {
		if l.OfficerID == "" {
			continue
		}
		on := w.any()
		if w.r.IntN(2) == 0 {
			on = w.day.AddDays(1)
		}
		in := activities.MeetingInput{
			Kind: activities.CellRegular, State: activities.Held, PlannedOn: on, HeldOn: on, HostIDs: []string{l.TargetID},
			Attendances: []activities.AttendanceInput{{OfficerID: l.OfficerID, Result: results[w.r.IntN(3)]}},
			Conveyances: []string{"Chủ trương mới"},
		}
		if in.Attendances[0].Result == activities.Excused {
			in.Attendances[0].Reason = "Đi học"
		}
		if in.Attendances[0].Result == activities.Attended {
			in.Contributions = []activities.ContributionInput{{OfficerID: l.OfficerID, FieldCode: "02", Summary: "Góp ý mới"}}
		}
		_, err := activities.Save(w.tx, in)
		if err := w.did("meeting", err); err != nil {
			return err
		}
	}
	var put []activities.Meeting
	if err := w.tx.Where("state = ? AND day <= ? AND deleted_at = ''", activities.Postponed, w.day).Find(&put).Error; err != nil {
		return err
	}
	for _, m := range put { // held at last, on a later day
		var hosts []activities.Host
		if err := w.tx.Where("meeting_id = ?", m.ID).Find(&hosts).Error; err != nil {
			return err
		}
		on := w.day.AddDays(1)
		next := activities.Meeting{
			ID: store.NewID(), Kind: m.Kind, State: activities.Held, Day: on, PlannedOn: on, MovedFrom: m.ID, CreatedAt: w.tx.NowText(),
		}
		if err := w.did("postponed", w.tx.Create(&next).Error); err != nil {
			return err
		}
		for _, h := range hosts {
			if err := w.tx.Create(&activities.Host{MeetingID: next.ID, UnitID: h.UnitID, SortOrder: h.SortOrder}).Error; err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *later) matters() error {
	rows, err := matters.Register(w.tx, matters.Filter{Span: dates.Span{To: w.day.AddDays(1)}})
	if err != nil {
		return err
	}
	for i, r := range rows {
		if i%3 > 0 {
			continue
		}
		_, err := matters.RecordStatement(w.tx, matters.RecordInput{RaisedOn: w.any(), PlaceID: r.PlaceID, Origin: matters.FromReception,
			Items: []matters.ItemInput{{Kind: matters.Request, FieldCode: "02", Summary: fmt.Sprintf("Sửa cống số %d", i), Voices: 7}}})
		if err := w.did("matter", err); err != nil {
			return err
		}
	}
	return nil
}

// courses lets matters received before go on: each tries every step its state admits.
func (w *later) courses() error {
	rows, err := matters.Register(w.tx, matters.Filter{Span: dates.Span{To: w.day.AddDays(1)}})
	if err != nil {
		return err
	}
	bodies, err := matters.Bodies(w.tx, matters.BodyFilter{})
	if err != nil {
		return err
	}
	for i, row := range rows {
		ids, on := []string{row.ID}, w.any()
		into := rows[w.r.IntN(len(rows))].ID
		steps := []struct {
			what string
			do   func() error
		}{
			{"merge", func() error {
				if i%5 > 0 {
					return fault.Conflict("Không nhập.")
				}
				_, err := matters.Merge(w.tx, matters.MergeInput{IntoID: into, MatterIDs: ids, Day: on})
				return err
			}},
			{"refer", func() error {
				_, err := matters.Refer(w.tx, matters.ReferInput{MatterIDs: ids, BodyID: bodies[w.r.IntN(len(bodies))].ID, Day: on,
					DocNumber: fmt.Sprintf("%d-CV/HU", 900+i)})
				return err
			}},
			{"pause", func() error {
				if i%4 > 0 {
					return fault.Conflict("Không tạm dừng.")
				}
				_, err := matters.Pause(w.tx, matters.DayInput{MatterIDs: ids, Day: on, Text: "Chờ kinh phí"})
				return err
			}},
			{"reply", func() error {
				_, err := matters.Reply(w.tx, matters.ReplyInput{MatterIDs: ids, Day: on, DocNumber: "7/KT", Outcome: matters.Resolved,
					Specific: true, Text: "Đã làm xong."})
				return err
			}},
			{[]string{"convey", "reopen"}[i%2], func() error {
				_, err := matters.Convey(w.tx, matters.ConveyInput{MatterIDs: ids, Day: on, How: matters.AtMeeting, OfficerID: w.new.ID,
					Reaction: []matters.Reaction{matters.Agreed, matters.StillObjects}[i%2]})
				return err
			}},
			{"close", func() error {
				_, err := matters.Close(w.tx, matters.ReasonInput{MatterIDs: ids, Day: on})
				return err
			}},
		}
		for _, s := range steps {
			if err := w.did(s.what, s.do()); err != nil {
				return fmt.Errorf("%s: %w", s.what, err)
			}
		}
	}
	return nil
}

func (w *later) assignments() error {
	lines, err := assignments.Active(w.tx, assignments.Filter{Day: w.tx.Today})
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, l := range lines {
		if l.OfficerID == "" || l.ValidTo != dates.None || seen[l.OfficerID] || len(seen) == 6 {
			continue
		}
		seen[l.OfficerID] = true
		on := w.day.AddDays(1 + w.r.IntN(w.tx.Today.Sub(w.day)))
		_, err := assignments.ApplyHandover(w.tx, assignments.HandoverIn{
			OfficerID:   l.OfficerID,
			On:          on,
			Reason:      "luan_chuyen",
			SuccessorID: w.new.ID,
			Decision: assignments.HandoverDecision{
				Number:  fmt.Sprint(500 + len(seen)),
				Symbol:  "QĐ/HU",
				DocDate: on,
				Issuer:  "Ban Thường vụ Huyện ủy",
			},
		})
		if err := w.did("handover", err); err != nil {
			return err
		}
	}
	c, err := assignments.Cover(w.tx, assignments.CoverageFilter{Day: w.day})
	if err != nil {
		return err
	}
	var decision assignments.Decision
	if err := w.tx.Where("state = ?", assignments.BanHanh).Order("id").Take(&decision).Error; err != nil {
		return err
	}
	decision.ID, decision.Number, decision.DocDate, decision.EffectiveDate = store.NewID(), "600", w.day.AddDays(1), w.day.AddDays(1)
	decision.Lines = []assignments.LineIn{}
	if err := w.tx.Create(&decision).Error; err != nil {
		return err
	}
	for _, row := range c.Vacant() {
		a := assignments.Assignment{ID: store.NewID(), KindID: row.KindID, OfficerID: w.new.ID, TargetID: row.TargetID, Primary: true,
			ValidFrom: w.day.AddDays(1), DecisionIn: decision.ID}
		if err := w.did("new assignment", w.tx.Create(&a).Error); err != nil {
			return err
		}
	}
	return nil
}

func (w *later) receptions() error {
	days, err := matters.ReceptionDays(w.tx, matters.ReceptionFilter{})
	if err != nil {
		return err
	}
	n := func(v int) *int { return &v }
	for _, d := range days {
		if d.PlannedOn > w.day || d.State == matters.DayCancelled {
			continue
		}
		if d.State == matters.DayHeld && d.PublishedOn == dates.None {
			err := w.tx.Model(&matters.ReceptionDay{}).Where("id = ?", d.ID).Update("published_on", w.any()).Error
			if err := w.did("published", err); err != nil {
				return err
			}
		}
		on := w.any()
		_, err := matters.SaveReceptionDay(
			w.tx,
			matters.ReceptionInput{Kind: d.Kind, HeadID: d.HeadID, PlannedOn: on, HeldOn: on, Place: "Trụ sở",
				State: matters.DayHeld, Visits: n(5), Noted: n(2), Settled: n(1)},
		)
		if err := w.did("reception", err); err != nil {
			return err
		}
	}
	return nil
}

func (w *later) others() error {
	_, err := duties.SaveSuspension(w.tx, duties.SuspensionInput{ValidFrom: w.day.AddDays(1), ValidTo: w.day.AddDays(20),
		Reason: "Mưa lũ", Source: "Công điện mẫu"})
	if err := w.did("suspension", err); err != nil {
		return err
	}
	hamlets, err := units.Of(w.tx, units.Filter{Types: []string{units.Ap}, Day: w.tx.Today})
	if err != nil {
		return err
	}
	var changes []units.Change
	for _, h := range hamlets {
		var v units.Version
		if err := w.tx.Where("unit_id = ? AND valid_to = ''", h.ID).Take(&v).Error; err != nil {
			return err
		}
		facts := units.Facts{Name: v.Name + " mới", Type: v.Type, Code: v.Code, ParentID: v.ParentID}
		changes = append(changes, units.Change{UnitID: h.ID, Facts: facts, From: w.day.AddDays(1), Source: "Nghị quyết mẫu"})
	}
	return w.did("renamed", units.ChangeMany(w.tx, changes))
}
