package matters

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A matter recorded on Thursday 24/09/2026: to be passed on by 01/10, told of by 08/10; referred on 25/09 it is to be answered by 16/10;
// answered on 28/09 it is to be told back by 12/10.
func TestLateAtAnyLegIsLate(t *testing.T) {
	for name, c := range map[string]struct {
		handled, noticed, replied, told dates.Date
		late                            []string
	}{
		"each on its last day":         {"2026-10-01", "2026-10-08", "2026-10-22", "2026-11-05", nil},
		"passed on a day late":         {"2026-10-02", "2026-10-08", "2026-10-05", "2026-10-06", []string{"chuyển, xử lý"}},
		"told of a day late":           {"2026-09-25", "2026-10-09", "2026-09-28", "2026-10-12", []string{"thông báo tiếp nhận"}},
		"answered a day late":          {"2026-09-25", "2026-10-08", "2026-10-19", "2026-10-20", []string{"trả lời"}},
		"told back a day late":         {"2026-09-25", "2026-10-08", "2026-09-28", "2026-10-13", []string{"phản hồi về cơ sở"}},
		"never told of, ended in time": {"2026-09-25", "", "2026-09-28", "2026-10-08", nil},
		"never told of, ended late":    {"2026-09-25", "", "2026-09-28", "2026-10-09", []string{"thông báo tiếp nhận"}},
		"late at all legs": {"2026-10-02", "2026-10-09", "2026-10-26", "2026-11-10",
			[]string{"chuyển, xử lý", "thông báo tiếp nhận", "trả lời", "phản hồi về cơ sở"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := openOffice(t)
			r := o.record(t, plain())
			if c.noticed != "" {
				must(t)(o.s.Notice(DocInput{MatterIDs: []string{r.ID}, Day: c.noticed, DocNumber: "10-TB"}))
			}
			o.refer(t, c.handled, "pnn", r.ID)
			o.reply(t, c.replied, Explained, r.ID)
			o.convey(t, c.told, Agreed, r.ID)
			w := o.one(t, r.ID)
			if !slices.Equal(w.LateAt, c.late) && len(w.LateAt)+len(c.late) > 0 {
				t.Errorf("late at %v, want %v", w.LateAt, c.late)
			}
			if w.Late {
				t.Error("no clock runs, so none has run out")
			}
			figures, err := o.s.Figures(Filter{})
			if err != nil || figures.Total.Late.Value != min(len(c.late), 1) || figures.Total.Overdue.Value != 0 {
				t.Errorf("%d late, %d overdue, %v", figures.Total.Late.Value, figures.Total.Overdue.Value, err)
			}
			expect(t, o, c.told, Filter{Class: LateClass}, len(c.late) > 0)
			if missed := c.noticed == "" && len(c.late) > 0; (w.Legs[2].State == LegMissed) != missed {
				t.Errorf("the notice: %+v", w.Legs[2])
			}
		})
	}
}

// While a clock runs the matter is late from the day after its last day on, the notice of receipt among the others; afterwards it stays so.
func TestLateWhileItRunsAndAfterwards(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	o.refer(t, "2026-09-25", "pnn", r.ID)
	for day, late := range map[dates.Date]string{"2026-10-08": "", "2026-10-09": "thông báo tiếp nhận", "2026-10-16": "thông báo tiếp nhận",
		"2026-10-19": "thông báo tiếp nhận; trả lời"} {
		o.today(day)
		if w := o.one(t, r.ID); strings.Join(w.LateAt, "; ") != late {
			t.Errorf("on %s late at %v, want %q", day, w.LateAt, late)
		}
		expect(t, o, day, Filter{Class: LateClass}, late != "")
	}
	o.today("2026-11-22")
	o.reply(t, "2026-10-20", Resolved, r.ID)
	o.convey(t, "2026-10-21", Agreed, r.ID)
	must(t)(o.s.Close(ReasonInput{MatterIDs: []string{r.ID}, Day: "2026-10-22"}))
	expect(t, o, "2026-11-22", Filter{Class: LateClass}, true)
	expect(t, o, "2026-11-22", Filter{Class: LateClass, AsOf: "2026-10-08"}, false)
	expect(t, o, "2026-11-22", Filter{Class: LateClass, AsOf: "2026-10-09"}, true)
}

// Matters of an earlier version are derived from their steps once, and stand as if they had been recorded by this one.
func TestEarlierMattersAreDerived(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	o.refer(t, "2026-10-02", "pnn", r.ID)
	o.reply(t, "2026-10-05", Resolved, r.ID)
	o.convey(t, "2026-10-06", Agreed, r.ID)
	want := o.one(t, r.ID)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		put(t, tx, "UPDATE matter SET late_legs = NULL, recheck_due = ''")
		if missing, err := Underived(tx); err != nil || !missing {
			t.Errorf("missing: %v %v", missing, err)
		}
		return DeriveLate(tx)
	})
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		if missing, err := Underived(tx); err != nil || missing {
			t.Errorf("still missing: %v %v", missing, err)
		}
		return nil
	})
	if now := o.one(t, r.ID); now.Matter != want.Matter || now.LateLegs != ClockHandling || now.RecheckDue == "" {
		t.Errorf("%+v\nwant %+v", now.Matter, want.Matter)
	}
}

// The days at a body are its own: from the referral to it, not from receipt, and anew at the next body; what waits at the office stands
// under the office's own name.
func TestAgesAreOfTheBody(t *testing.T) {
	o := openOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.SetSetting("office", map[string]any{"level": "xa", "name": "Đảng ủy Mẫu"})
	})
	fresh := o.record(t, plain())
	r := o.record(t, plain())
	ages := func() string {
		figures, err := o.s.Figures(Filter{})
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, a := range figures.Ageing {
			line := a.Name
			for _, n := range append([]Number{a.Total}, a.Bands...) {
				line += " " + string(rune('0'+n.Value))
			}
			lines = append(lines, line)
		}
		slices.Sort(lines)
		return strings.Join(lines, "; ")
	}
	if got := ages(); got != "Văn phòng Đảng ủy Mẫu 2 0 0 2 0" {
		t.Error(got)
	}
	o.refer(t, "2026-10-02", "pnn", r.ID)
	o.refer(t, "2026-11-20", "pkt", r.ID) // Friday; it is Sunday 22/11
	if got := ages(); got != "Phòng Kinh tế 1 1 0 0 0; Văn phòng Đảng ủy Mẫu 1 0 0 1 0" {
		t.Error(got)
	}
	o.refer(t, "2026-11-06", "pnn", fresh.ID) // ten working days before Friday 20/11
	o.today("2026-11-20")
	if got := ages(); got != "Phòng Kinh tế 1 1 0 0 0; Phòng Nông nghiệp và Môi trường 1 1 0 0 0" {
		t.Error(got)
	}
	o.today("2026-11-23")
	if got := ages(); got != "Phòng Kinh tế 1 1 0 0 0; Phòng Nông nghiệp và Môi trường 1 0 1 0 0" {
		t.Error(got)
	}
}
