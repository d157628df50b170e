package matters

import (
	"os"
	"strings"
	"testing"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func readRows(t *testing.T, path string) (rows [][]string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if line[0] != '#' {
			rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), ","))
		}
	}
	return rows
}

// walker counts working days one by one over the hand-written list of days off; it shares nothing with the calendar.
type walker map[string]string

func (w walker) works(d time.Time) bool {
	mark := w[d.Format("2006-01-02")]
	if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		return mark == "worked"
	}
	return mark != "off"
}

func (w walker) add(from string, n int) string {
	day, _ := time.Parse("2006-01-02", from)
	for n == 0 && !w.works(day) {
		day = day.AddDate(0, 0, 1)
	}
	for n > 0 {
		if day = day.AddDate(0, 0, 1); w.works(day) {
			n--
		}
	}
	return day.Format("2006-01-02")
}

func (w walker) between(from, to string) (n int) {
	day, _ := time.Parse("2006-01-02", from)
	for day.Format("2006-01-02") < to {
		if day = day.AddDate(0, 0, 1); w.works(day) {
			n++
		}
	}
	return n
}

// TestDeadlineTable holds the four clocks to a table with Tết, make-up days and pauses.
func TestDeadlineTable(t *testing.T) {
	o := openOffice(t)
	w := walker{}
	for _, r := range readRows(t, "../dates/testdata/holidays.csv") {
		w[r[0]] = r[1]
	}
	rows, hand, paused := readRows(t, "testdata/deadlines.csv"), 0, 0
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		c, err := newCalc(tx)
		if err != nil {
			return err
		}
		for _, r := range rows {
			received, passed, asked, replied := dates.Date(r[0]), dates.Date(r[1]), dates.Date(r[2]), dates.Date(r[4])
			m := Matter{ReceivedOn: received}
			steps := []Step{{ID: "1", Event: EventRecord, Day: received}}
			check := func(clock, got string, want string) {
				if got != want {
					t.Errorf("%v: %s ends on %s", r, clock, got)
				}
			}
			c.deriveFromSteps(&m, steps)
			check("the handling clock", string(m.Due), r[5])
			check("the handling clock walked", w.add(r[0], 5), r[5])
			check("the notice clock", string(m.NoticeDue), r[6])
			check("the notice clock walked", w.add(r[0], 10), r[6])
			s := c.referStep(Letter{}, passed, asked, false)
			s.ID = "2"
			steps = append(steps, s)
			due := r[2]
			if due == "" {
				due = w.add(r[1], 15)
			}
			for i, p := range strings.Fields(r[3]) {
				from, to, _ := strings.Cut(p, "/")
				steps = append(steps, Step{ID: "p" + p + string(rune('0'+i)), Event: EventPause, Day: dates.Date(from)})
				if c.deriveFromSteps(&m, steps); m.Due != "" {
					t.Errorf("%v: the clock runs on in a pause", r)
				}
				steps = append(steps, Step{ID: "r" + p + string(rune('0'+i)), Event: EventResume, Day: dates.Date(to)})
				due = w.add(w.add(due, 0), w.between(from, to))
				paused++
			}
			c.deriveFromSteps(&m, steps)
			check("the reply clock", string(m.Due), r[7])
			check("the reply clock walked", w.add(due, 0), r[7])
			steps = append(steps, Step{ID: "3", Event: EventReply, Day: replied, Outcome: Resolved})
			c.deriveFromSteps(&m, steps)
			check("the conveyance clock", string(m.Due), r[8])
			check("the conveyance clock walked", w.add(r[4], 10), r[8])
			if r[9] == "hand" {
				hand++
			}
		}
		return nil
	})
	if len(rows) < 400 || hand < 11 || paused < 100 {
		t.Errorf("%d rows, %d by hand, %d pauses", len(rows), hand, paused)
	}
}

func TestRemainingWords(t *testing.T) {
	cal := dates.DefaultCalendar(2025, 2027)
	for _, c := range []struct{ due, today, want string }{
		{"", "2026-11-20", ""},
		{"2026-11-20", "2026-11-20", "Đúng hạn hôm nay"},
		{"2026-11-25", "2026-11-20", "Còn 2 ngày"}, // 24/11 is a day off
		{"2025-11-25", "2025-11-20", "Còn 3 ngày"}, // and was none the year before
		{"2026-11-23", "2026-11-22", "Còn 1 ngày"},
		{"2026-11-18", "2026-11-20", "Quá 2 ngày"},
		{"2026-11-20", "2026-11-22", "Vừa hết hạn"}, // a Sunday: no working day has passed
		{"2026-02-13", "2026-02-23", "Quá 1 ngày"},  // over Tết
		{"2026-02-23", "2026-02-13", "Còn 1 ngày"},
	} {
		if got := Remaining(cal, dates.Date(c.due), dates.Date(c.today)); got != c.want {
			t.Errorf("due %s on %s: %q, want %q", c.due, c.today, got, c.want)
		}
	}
}

// A change of a rule or of the days off computes running deadlines again and leaves stopped clocks alone.
func TestRecompute(t *testing.T) {
	o := openOffice(t)
	in := plain()
	in.RaisedOn, in.MeetingID = "2026-11-19", "" // Thursday
	fresh := o.record(t, in)
	old := o.record(t, plain())
	o.refer(t, "2026-09-28", "pnn", old.ID)
	o.reply(t, "2026-11-20", Resolved, old.ID)
	_, err := o.s.SaveRule(RuleInput{Code: "C9", Amount: 3})
	refused(t, err, "code", "thời hạn")
	_, err = o.s.SaveRule(RuleInput{Code: ClockHandling, Amount: 999})
	refused(t, err, "amount", "365")
	if _, err := o.s.SaveRule(
		RuleInput{Code: ClockHandling, Amount: 3, Source: "Quy chế làm việc của Huyện ủy", ValidFrom: "2026-11-01"},
	); err != nil {
		t.Fatal(err)
	}
	if w := o.one(
		t,
		fresh.ID,
	); w.Due != "2026-11-25" ||
		w.SourceNote != "Hạn chuyển cơ quan: 3 ngày làm việc từ 19/11/2026, theo Quy chế làm việc của Huyện ủy." {
		t.Errorf("%s %s", w.Due, w.SourceNote)
	}
	if w := o.one(t, old.ID); w.Legs[1].Due != "2026-10-01" {
		t.Errorf("a matter of before is judged by the rule of then: %+v", w.Legs[1])
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		put(
			t,
			tx,
			"INSERT INTO day_off (day, name, kind) VALUES ('2026-11-23', 'Nghỉ bão', 'nghi'), ('2026-11-24', 'Ngày Văn hóa', 'nghi')",
		)
		_, err := Recompute(tx, "Nghỉ bão.")
		return err
	})
	if w := o.one(t, fresh.ID); w.Due != "2026-11-26" {
		t.Errorf("%s after a day off more", w.Due)
	}
	rules, err := o.s.Rules()
	if err != nil || len(rules) != 12 || rules[0].Default != true || rules[1].Amount != 3 ||
		rules[2].Source != "Quy định 11-QĐi/TW, ngày 18/02/2019" {
		t.Errorf("%+v %v", rules, err)
	}
}
