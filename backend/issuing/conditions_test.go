package issuing

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

var errUndo = errors.New("taken back")

// trial runs fn on the office and takes everything back.
func trial(t *testing.T, o *accesstest.Office, fn func(tx *store.Tx) error) {
	t.Helper()
	err := o.Store.Write(t.Context(), store.As{Action: "test"}, func(tx *store.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return errUndo
	})
	if !errors.Is(err, errUndo) {
		t.Fatal(err)
	}
}

// sealedRows counts what an issue leaves behind.
func sealedRows(tx *store.Tx) (n int, err error) {
	err = tx.Raw("SELECT (SELECT count(*) FROM issued_paper) + (SELECT count(*) FROM issued_file) + (SELECT count(*) FROM paper_draft WHERE issued_id <> '')").
		Row().
		Scan(&n)
	return n, err
}

// The last day of a period is the first on which its report goes out, by the clock and by the day of the paper.
func TestReportsWaitForTheLastDayOfTheirPeriod(t *testing.T) {
	t.Parallel()
	o, _ := sealing(t)
	tests := []struct {
		today, date dates.Date
		period      dates.Period
		says        string // "" = issued
	}{
		{"2026-11-29", "", "2026-11", "ngày cuối kỳ là 30/11/2026"},
		{"2026-11-30", "", "2026-11", ""},
		{"2026-12-01", "", "2026-11", ""},
		{"2026-11-22", "", "2027-03", "ngày cuối kỳ là 31/03/2027"},
		{"2026-11-22", "2027-04-01", "2027-03", "ngày cuối kỳ là 31/03/2027"},
		{"2026-11-30", "2026-11-29", "2026-11", "Ngày ban hành 29/11/2026 ở trước ngày cuối kỳ, 30/11/2026"},
		{"2026-12-05", "2026-11-30", "2026-11", ""},
		{"2026-12-30", "", "2026", "ngày cuối kỳ là 31/12/2026"},
		{"2026-12-31", "", "2026", ""},
		{"2028-02-28", "", "2028-02", "ngày cuối kỳ là 29/02/2028"},
		{"2028-02-29", "", "2028-02", ""},
	}
	for _, tt := range tests {
		trial(t, o, func(tx *store.Tx) error {
			tx.Today = tt.today
			_, err := Seal(tx, IssueInput{Input: reports.Input{Report: "R20", Period: tt.period, Date: tt.date}})
			if tt.says == "" && err != nil || tt.says != "" && (err == nil || !strings.Contains(err.Error(), tt.says)) {
				t.Errorf("%+v: %v", tt, err)
			}
			return nil
		})
	}
}

// Every numbered entry declares what papers of its kind can lack, so that no brother of a guarded paper is forgotten.
func TestNumberedEntriesDeclareTheirConditions(t *testing.T) {
	t.Parallel()
	for _, r := range reports.Catalog {
		if r.Symbol == "" {
			if len(r.Conditions) > 0 {
				t.Errorf("%s takes no number, so nobody asks for its conditions %v", r.Code, r.Conditions)
			}
			continue
		}
		rests := slices.ContainsFunc(r.Takes, func(c reports.Choice) bool {
			return c == reports.ChooseDecision || c == reports.ChooseLetter || c == reports.ChooseMatter
		})
		rests = rests || slices.Contains([]reports.Need{reports.NeedMeeting, reports.NeedHandover, reports.NeedSession}, r.Needs)
		for c, wanted := range map[reports.Condition]bool{
			reports.SignerNamed:    true,
			reports.SourceReady:    rests,
			reports.PeriodOver:     r.Symbol == "BC",
			reports.FiguresKnown:   r.Story != nil,
			reports.SomethingToSay: r.Story == nil && r.Needs != reports.NeedHandover,
		} {
			if wanted && !slices.Contains(r.AllConditions(), c) {
				t.Errorf("%s does not declare %s", r.Code, c)
			}
		}
	}
}

// A builder cannot note what its entry does not declare: it would be shown by nobody.
func TestUndeclaredConditionsAreADefect(t *testing.T) {
	o, ids := sealing(t)
	kept := reports.Catalog
	defer func() { reports.Catalog = kept }()
	reports.Catalog = slices.Clone(kept)
	for i := range reports.Catalog {
		reports.Catalog[i].Conditions = []reports.Condition{reports.SignerNamed}
	}
	trial(t, o, func(tx *store.Tx) error {
		if err := tx.Exec("DELETE FROM session_paper; DELETE FROM session_item").Error; err != nil {
			return err
		}
		_, err := reports.Make(tx, reports.Input{Report: "PH2", SessionID: ids["phien"]})
		if _, known := fault.Of(err); err == nil || known {
			t.Errorf("%v", err)
		}
		return nil
	})
}

// What the clerk should only look at stands beside the page, keeps nothing from going out and is told by batch and dossier.
func TestRemarksHinderNothing(t *testing.T) {
	t.Parallel()
	o, ids := sealing(t)
	trial(t, o, func(tx *store.Tx) error {
		err := tx.Exec("UPDATE reception_day SET state = ?, held_on = planned_on, visits = NULL", matters.DayHeld).Error
		if err != nil {
			return err
		}
		in := good(ids)["R26B"]
		in.Report = "R26B"
		ready, err := reports.Prepare(tx, in)
		if err != nil {
			return err
		}
		remarks := reports.Weighing(ready.Obstacles, reports.Remarks)
		if len(remarks) == 0 || len(remarks) != len(ready.Obstacles) || !strings.Contains(remarks[0].Reason, "chưa ghi số lượt") ||
			remarks[0].To != "/kien-nghi/tiep-dan" {
			t.Errorf("%+v", ready.Obstacles)
		}
		if page, err := json.Marshal(ready.Doc); err != nil || strings.Contains(string(page), "chưa ghi số lượt") {
			t.Errorf("%v; the page says it", err)
		}
		if _, err := Seal(tx, IssueInput{Input: in}); err != nil {
			t.Error(err)
		}
		return nil
	})
}

// A paper speaks to whoever receives it. What the clerk has to do stands beside it: no page of the catalog, with records and
// without, says "Hãy …".
func TestNoPaperInstructsItsUser(t *testing.T) {
	t.Parallel()
	o, ids := sealing(t)
	for _, r := range reports.Catalog {
		for _, period := range []dates.Period{"2026-06", "2024-01", "2026-11"} {
			storetest.Read(t, o.Store, func(tx *store.Tx) error {
				ready, err := reports.Prepare(tx, reportstest.About(r.Needs, ids, reports.Input{Report: r.Code, Period: r.Fitting(period)}))
				if err != nil {
					return err
				}
				ready.Doc.Notices = nil
				page, err := json.Marshal(ready.Doc)
				for _, word := range []string{"Hãy ", "hãy ", "rồi in lại", "mục Phân công", "chọn một"} {
					if at := strings.Index(string(page), word); at >= 0 {
						t.Errorf("%s %s says %q", r.Code, period, string(page)[max(0, at-60):min(len(page), at+60)])
					}
				}
				return err
			})
		}
	}
}

// A batch leaves out, by name, a letter that has nothing to say, whatever was ticked; what concerns only the issuing is warned of.
func TestBatchLeavesOutWhatCannotGoOut(t *testing.T) {
	o, ids, s := issuingMatters(t)
	idle, err := matters.New(o.Gate).SaveBody(matters.BodyInput{Name: "Trạm Y tế mẫu", Level: "xa"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := matters.New(o.Gate).Refer(matters.ReferInput{
		MatterIDs: []string{
			matterOf(t, o, "Bổ sung thùng rác%"),
		},
		BodyID:    idle.ID,
		Day:       "2026-11-20",
		DocNumber: "30-CV/ĐU",
		DueOn:     "2026-12-20",
		Accepted:  []string{"Số tiếp theo là 23; ghi số 30 thì khuyết số 23–29."},
	}); err != nil {
		t.Fatal(err)
	}
	status := startBatch(t, s, BatchInput{Input: reports.Input{Report: "R11"}, Each: reports.EachBody})
	if status.Made != 2 || !slices.Equal(status.Skipped, []string{"Trạm Y tế mẫu"}) || len(status.Failed) != 0 {
		t.Errorf("%+v", status)
	}
	status = startBatch(t, s, BatchInput{Input: reports.Input{Report: "R11"}, Each: reports.EachBody, IDs: []string{idle.ID}})
	if status.Made != 0 || status.File.Token != "" || status.Ended != "Không nơi nào có nội dung để in trong kỳ này." {
		t.Errorf("%+v", status)
	}
	status = startBatch(t, s, BatchInput{Input: reports.Input{Report: "R20", Period: "2026-11"}, Each: reports.EachHamlet})
	if status.Made != 3 || len(status.Warnings) != 1 || !strings.Contains(status.Warnings[0], "ngày cuối kỳ là 30/11/2026") {
		t.Errorf("%d sheets, warnings %q", status.Made, status.Warnings)
	}
	_ = ids
}

// A dossier lays no page that says nothing before the session; the contents say that there is none, the clerk is told why. A draft
// of a period that goes on is what such a session looks at.
func TestDossierLaysOnlyPagesThatSaySomething(t *testing.T) {
	o, ids, _ := issuingOffice(t)
	layBefore(
		t,
		o.Store,
		ids["phien"],
		2,
		sessions.PaperInput{Title: "Thông báo trả lời cũ", Input: `{"report":"R12","period":"2024-01"}`},
		sessions.PaperInput{Title: "Báo cáo đang soạn", Input: `{"report":"R20","period":"2026-11"}`},
	)
	printed, err := New(o.Gate).Dossier(DossierInput{SessionID: ids["phien"]})
	if err != nil {
		t.Fatal(err)
	}
	contents := readDossier(t, fileOf(t, o, printed)).pages[1]
	for _, want := range []string{"Thông báo trả lời cũ chưa có bản in", "Báo cáo đang soạn dự thảo"} {
		if !strings.Contains(contents, typesettest.Squeeze(want)) {
			t.Errorf("the contents do not say %q: %s", want, contents)
		}
	}
	warned := strings.Join(printed.Warnings, " ")
	for _, want := range []string{"“Thông báo trả lời cũ”: trong tháng 01 năm 2024 chưa ghi trả lời nào", "“Báo cáo đang soạn”: chưa ban hành được: tháng 11 năm 2026 chưa hết"} {
		if !strings.Contains(warned, want) {
			t.Errorf("nobody is told %q: %s", want, warned)
		}
	}
}

// matterOf finds a matter by its words.
func matterOf(t *testing.T, o *accesstest.Office, like string) (id string) {
	t.Helper()
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		return tx.Raw("SELECT id FROM matter WHERE summary LIKE ?", like).Row().Scan(&id)
	})
	return id
}
