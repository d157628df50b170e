package issuing

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
	"caunoi/backend/units"
)

// sealing is the made-up commune from which every numbered paper can be issued as it stands. The clock stands on 22/11/2026.
func sealing(t *testing.T) (*accesstest.Office, map[string]string) {
	t.Helper()
	o, ids, _ := issuingMatters(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		ids["chi-bo"], ids["tb"] = store.NewID(), store.NewID()
		ids["dang-bo"] = store.NewID()
		_, err := units.InsertMany(tx, []units.NewUnit{
			{
				ID:        ids["dang-bo"],
				Tree:      units.TreeParty,
				Facts:     units.Facts{Name: "Đảng bộ xã Mẫu Đơn", Type: units.DangBoXa},
				ValidFrom: "2025-07-01",
			},
			{
				ID:        ids["chi-bo"],
				Tree:      units.TreeParty,
				Facts:     units.Facts{Name: "Chi bộ ấp Mẫu 1", Type: units.ChiBo, ParentID: ids["dang-bo"]},
				ValidFrom: "2025-07-01",
			},
		})
		if err != nil {
			return err
		}
		if _, err := activities.Save(tx, activities.MeetingInput{
			Kind: activities.CellRegular, State: activities.Planned, PlannedOn: "2026-06-03", HostIDs: []string{ids["chi-bo"]},
		}); err != nil {
			return err
		}
		if err := tx.Exec(
			"UPDATE reception_day SET state = ?, held_on = planned_on, visits = 3, noted = 1, settled = 1 WHERE kind = ?",
			matters.DayHeld, matters.DialogueOf,
		).Error; err != nil {
			return err
		}
		notice := assignments.Decision{
			ID:            ids["tb"],
			Number:        "07",
			Symbol:        "TB/ĐU",
			DocDate:       "2026-06-06",
			EffectiveDate: "2026-06-06",
			CreatedAt:     "x",
			Issuer:        "Ban Thường vụ Đảng ủy xã",
			Subject:       "phân công theo dõi",
			Action:        assignments.PhanCong,
			State:         assignments.BanHanh,
			Lines: []assignments.LineIn{
				{Act: assignments.Giao, KindID: ids["kind"], OfficerID: ids["cb0"], TargetID: ids["ap2"], Primary: true},
			},
		}
		if err := tx.Create(&notice).Error; err != nil {
			return err
		}
		return concludeSession(tx, ids["phien"])
	})
	return o, ids
}

// concludeSession records everything the minutes of a session need.
func concludeSession(tx *store.Tx, id string) error {
	for _, sql := range []string{
		"UPDATE session SET state = '" + sessions.Held + "', end_time = '10:30' WHERE id = ?",
		"UPDATE session_item SET conclusion = 'Thống nhất.' WHERE session_id = ?",
		"UPDATE session_person SET present = '" + sessions.Present + "' WHERE session_id = ?",
	} {
		if err := tx.Exec(sql, id).Error; err != nil {
			return err
		}
	}
	return nil
}

// good gives for each numbered report the choices that can be issued, and the number it then bears.
func good(ids map[string]string) map[string]reports.Input {
	june := func(in reports.Input) reports.Input { in.Period = "2026-06"; return in }
	return map[string]reports.Input{
		"R2B": june(reports.Input{}), "R2C": june(reports.Input{}), "R4": june(reports.Input{}),
		"R10": june(reports.Input{BodyID: ids["cq0"]}), "R10C": june(reports.Input{MatterID: ids["duong"]}), "R10B": june(reports.Input{}),
		"R11": {BodyID: ids["cq1"]}, "R12": june(reports.Input{}), "R12C": june(reports.Input{MatterID: ids["den"]}),
		"R20": june(reports.Input{}), "R21": {Period: "2026-H1"}, "R25": june(reports.Input{HandoverID: ids["bg"]}),
		"R26": june(reports.Input{}), "R26B": june(reports.Input{}),
		"PH2": {SessionID: ids["phien"]}, "PH4": {SessionID: ids["phien"]},
	}
}

// violation is a source that fails one condition.
type violation struct {
	report string
	fails  reports.Condition
	choose func(in *reports.Input)  // nil: as in good
	spoil  func(tx *store.Tx) error // nil: the records stay as they are
	says   string
	to     string // how the address begins where it is mended
}

func violations(ids map[string]string) []violation {
	run := func(sql string, args ...any) func(*store.Tx) error {
		return func(tx *store.Tx) error { return tx.Exec(sql, args...).Error }
	}
	empty := func(in *reports.Input) { in.Period = "2024-01" }
	running := func(in *reports.Input) { in.Period = "2026-11" }
	draft := run("UPDATE decision SET state = ?, number = '', doc_date = ''", assignments.DuThao)
	nameless := run("UPDATE setting SET value = json_set(value, '$.signName', '', '$.stateSignName', '') WHERE name = 'office'")
	noHead := run("DELETE FROM post_holding WHERE label LIKE 'Chánh%'")
	lost := func(in reports.Input, report string) func(*store.Tx) error {
		return func(tx *store.Tx) error {
			d := papers.Draft{ID: "nhap", Report: report, Period: in.Period, Form: document.FormParty, CreatedAt: "x"}
			if err := tx.Create(&d).Error; err != nil {
				return err
			}
			return tx.Create(&papers.Wording{
				ID: "loi", DraftID: d.ID, Seq: 1, Place: "mo-dau", Kind: papers.Reworded, Text: "Có {số nay đã bỏ} lượt.", At: "x",
			}).Error
		}
	}
	unmerged := func(state matters.State) func(*store.Tx) error {
		return run("UPDATE matter SET state = ? WHERE id = ?", state, ids["duong"])
	}
	list := []violation{
		{"R2B", reports.SourceReady, nil, draft, "Quyết định phân công này còn là dự thảo", "/phan-cong/quyet-dinh/"},
		{"R2B", reports.SomethingToSay, empty, nil, "chưa có quyết định phân công nào được ghi", "/phan-cong/quyet-dinh"},
		{
			"R2C",
			reports.SourceReady,
			func(in *reports.Input) { in.DecisionID = ids["tb"] },
			draft,
			"Thông báo phân công này còn là dự thảo",
			"/phan-cong/quyet-dinh/",
		},
		{"R2C", reports.SomethingToSay, empty, nil, "chưa có thông báo phân công nào được ghi", "/phan-cong/quyet-dinh"},
		{
			"R4",
			reports.SomethingToSay,
			func(in *reports.Input) { in.Period = "2026-07" },
			nil,
			"chưa có chi bộ nào đăng ký",
			"/lich/dang-ky",
		},
		{"R10", reports.SourceReady, func(in *reports.Input) { in.LetterID = "thu-rong" }, func(tx *store.Tx) error {
			return tx.Create(&matters.Letter{ID: "thu-rong", BodyID: ids["cq0"], Number: "29-CV/ĐU", DocDate: "2026-06-20"}).Error
		},
			"đã được hoàn tác", "/kien-nghi"},
		{"R10", reports.SomethingToSay, empty, nil, "chưa có văn bản chuyển nào", "/kien-nghi"},
		{
			"R10C",
			reports.SourceReady,
			func(in *reports.Input) { in.MatterID = ids["rac"] },
			nil,
			"chưa ghi chuyển đến cơ quan nào",
			"/kien-nghi/",
		},
		{
			"R10C",
			reports.SomethingToSay,
			func(in *reports.Input) { in.MatterID = ""; in.Period = "2024-01" },
			nil,
			"chưa có ý kiến, kiến nghị nào đã chuyển",
			"/kien-nghi",
		},
		{
			"R10B",
			reports.SourceReady,
			func(in *reports.Input) { in.MatterID = ids["duong"] },
			unmerged(matters.Merged),
			"đã gộp vào kiến nghị khác",
			"/kien-nghi/",
		},
		{"R10B", reports.SomethingToSay, empty, nil, "không tiếp nhận ý kiến, kiến nghị nào", "/kien-nghi"},
		{
			"R11",
			reports.SomethingToSay,
			func(in *reports.Input) { in.BodyID = ids["cq2"] },
			nil,
			"quá hạn trả lời nên chưa có gì để đôn đốc",
			"/kien-nghi",
		},
		{
			"R11",
			reports.Addressed,
			func(in *reports.Input) { in.BodyID = "" },
			run("UPDATE matter SET state = ?", matters.Closed),
			"Chưa có cơ quan nhận",
			"/kien-nghi",
		},
		{"R12", reports.SomethingToSay, empty, nil, "chưa ghi trả lời nào", "/kien-nghi"},
		{
			"R12C",
			reports.SourceReady,
			func(in *reports.Input) { in.MatterID = ids["duong"] },
			nil,
			"chưa có trả lời nào được ghi",
			"/kien-nghi/",
		},
		{
			"R12C",
			reports.SomethingToSay,
			func(in *reports.Input) { in.MatterID = ""; in.Period = "2024-01" },
			nil,
			"chưa có trả lời nào được ghi",
			"/kien-nghi",
		},
		{
			"R20",
			reports.PeriodOver,
			running,
			nil,
			"Tháng 11 năm 2026 chưa hết: ngày cuối kỳ là 30/11/2026",
			"/bao-cao/bao-cao-ky?ky=2026-10",
		},
		{
			"R20",
			reports.FiguresKnown,
			nil,
			lost(reports.Input{Period: "2026-06"}, "R20"),
			"số nay đã bỏ",
			"/bao-cao/R20/loi-van?ky=2026-06",
		},
		{
			"R21",
			reports.PeriodOver,
			func(in *reports.Input) { in.Period = "2026-H2" },
			nil,
			"ngày cuối kỳ là 31/12/2026",
			"/bao-cao/bao-cao-tong-ket?ky=2026-H1",
		},
		{
			"R21",
			reports.FiguresKnown,
			nil,
			lost(reports.Input{Period: "2026-H1"}, "R21"),
			"số nay đã bỏ",
			"/bao-cao/R21/loi-van?ky=2026-H1",
		},
		{
			"R25",
			reports.SourceReady,
			func(in *reports.Input) { in.HandoverID = ""; in.OfficerID = ids["cb0"] },
			nil,
			"chưa ghi bàn giao",
			"/phan-cong/ban-giao",
		},
		{"R26", reports.SomethingToSay, empty, nil, "chưa có lịch tiếp dân", "/kien-nghi/tiep-dan"},
		{"R26B", reports.PeriodOver, running, nil, "chưa hết", "/bao-cao/bao-cao-tiep-dan?ky=2026-10"},
		{
			"R26B",
			reports.SourceReady,
			nil,
			run("UPDATE reception_day SET state = ?, held_on = ''", matters.DayPlanned),
			"chưa ghi có tổ chức hay không",
			"/kien-nghi/tiep-dan",
		},
		{"R26B", reports.SomethingToSay, empty, nil, "chưa ghi buổi tiếp dân, đối thoại nào", "/kien-nghi/tiep-dan"},
		{
			"PH2",
			reports.SourceReady,
			nil,
			run("UPDATE session SET place = '', start_time = ''"),
			"chưa ghi giờ họp, địa điểm",
			"/phien-hop/",
		},
		{
			"PH2",
			reports.SomethingToSay,
			nil,
			run("DELETE FROM session_paper; DELETE FROM session_item"),
			"chưa có nội dung nào",
			"/phien-hop/",
		},
		{"PH2", reports.Addressed, nil, run("DELETE FROM session_person"), "chưa biết mời ai", "/phien-hop/"},
		{"PH4", reports.SourceReady, nil, run("UPDATE session SET state = ?", sessions.Preparing), "chưa ghi là đã họp", "/phien-hop/"},
		{
			"PH4",
			reports.SourceReady,
			nil,
			run("UPDATE session_item SET conclusion = '' WHERE sort_order > 1"),
			"kết luận của nội dung 2, 3",
			"/phien-hop/",
		},
		{
			"PH4",
			reports.SourceReady,
			nil,
			run("UPDATE session_person SET present = '' WHERE sort_order = 1"),
			"thành phần có mặt",
			"/phien-hop/",
		},
		{
			"PH4",
			reports.SomethingToSay,
			nil,
			run("DELETE FROM session_paper; DELETE FROM session_item"),
			"chưa có nội dung nào",
			"/phien-hop/",
		},
		{"PH4", reports.SignerNamed, nil, run("UPDATE session SET secretary_id = ''"), "NGƯỜI GHI BIÊN BẢN", "/phien-hop/"},
		{"PH4", reports.SignerNamed, nil, run("UPDATE session SET chair_id = ''"), "CHỦ TRÌ HỘI NGHỊ", "/phien-hop/"},
	}
	for _, r := range reports.Catalog {
		switch r.Signature {
		case reports.SignedByLetter:
			list = append(
				list,
				violation{
					r.Code,
					reports.SignerNamed,
					nil,
					noHead,
					"Chưa có họ tên người ký: T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG",
					"/can-bo",
				},
			)
		case reports.SignedByIssuer:
			if r.Symbol != "" {
				list = append(
					list,
					violation{
						r.Code,
						reports.SignerNamed,
						nil,
						nameless,
						"Chưa có họ tên người ký: T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ",
						"/co-quan",
					},
				)
			}
		case reports.SignedByParties:
			if r.Needs == reports.NeedHandover {
				list = append(list, violation{r.Code, reports.SignerNamed, nil, nameless, "Chưa có họ tên người ký", "/co-quan"})
			}
		}
	}
	return list
}

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

// Each report of the catalog, each of its conditions: a source that fails it is refused with its sentence, beside the page and
// not on it, before a number or a row is used; and the same paper goes out where nothing stands in the way.
func TestEveryConditionIsHeldBeforeTheSeal(t *testing.T) {
	t.Parallel()
	o, ids := sealing(t)
	idle, err := matters.New(o.Gate).SaveBody(matters.BodyInput{Name: "Trạm Y tế mẫu", Level: "xa"})
	if err != nil {
		t.Fatal(err)
	}
	ids["cq2"] = idle.ID
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		var rubbish string
		err := tx.Raw("SELECT id FROM matter WHERE summary LIKE 'Bổ sung thùng rác%'").Row().Scan(&rubbish)
		ids["rac"] = rubbish
		return err
	})
	held := map[string]bool{}
	for _, v := range violations(ids) {
		held[v.report+" "+string(v.fails)] = true
		t.Run(v.report+" "+string(v.fails)+" "+v.says, func(t *testing.T) {
			in := good(ids)[v.report]
			in.Report = v.report
			if v.choose != nil {
				v.choose(&in)
			}
			trial(t, o, func(tx *store.Tx) error {
				if v.spoil != nil {
					if err := v.spoil(tx); err != nil {
						return err
					}
				}
				v.hold(t, tx, in)
				return nil
			})
		})
	}
	for _, r := range reports.Catalog {
		for _, c := range r.Conditions {
			if !held[r.Code+" "+string(c)] {
				t.Errorf("%s: nothing here violates %s", r.Code, c)
			}
		}
		if r.Symbol == "" {
			continue
		}
		t.Run(r.Code+" goes out", func(t *testing.T) {
			in, known := good(ids)[r.Code]
			if in.Report = r.Code; !known {
				t.Fatal("there is no good case")
			}
			trial(t, o, func(tx *store.Tx) error {
				done, err := Seal(tx, IssueInput{Input: in})
				if err != nil {
					t.Error(err)
					return nil
				}
				if n, err := sealedRows(tx); n < 2 || err != nil || done.Paper.Number == 0 {
					t.Errorf("%d rows, %v, number %d", n, err, done.Paper.Number)
				}
				text := typesettest.Squeeze(pdfText(t, done.Content))
				if !strings.Contains(text, typesettest.Squeeze(done.Paper.Symbol)) {
					t.Errorf("the page does not bear %s", done.Paper.Symbol)
				}
				return nil
			})
		})
	}
}

// hold tells that a source which fails a condition is shown beside the page and refused before anything is written.
func (v violation) hold(t *testing.T, tx *store.Tx, in reports.Input) {
	t.Helper()
	before, err := sealedRows(tx)
	if err != nil {
		t.Fatal(err)
	}
	ready, err := reports.Prepare(tx, in)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(ready.Obstacles, func(o reports.Obstacle) bool {
		return o.Condition == v.fails && strings.Contains(o.Reason, v.says)
	})
	if at < 0 || !strings.HasPrefix(ready.Obstacles[at].To, v.to) {
		t.Fatalf("obstacles %+v; want %s that says %q and leads to %s", ready.Obstacles, v.fails, v.says, v.to)
	}
	page, err := json.Marshal(ready.Doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range ready.Obstacles {
		if strings.Contains(string(page), o.Reason) {
			t.Errorf("the page says %q", o.Reason)
		}
	}
	proposal, err := propose(tx, in)
	if err != nil || len(proposal.Obstacles) != len(ready.Obstacles) {
		t.Errorf("proposed %+v, %v", proposal.Obstacles, err)
	}
	_, err = Seal(tx, IssueInput{Input: in})
	if !fault.Is(err, fault.CodeConflict) || !strings.HasPrefix(err.Error(), "Chưa ban hành được. ") {
		t.Fatalf("issued: %v", err)
	}
	for _, o := range ready.Obstacles {
		if !strings.Contains(err.Error(), o.Reason) {
			t.Errorf("the refusal does not say %q: %v", o.Reason, err)
		}
	}
	if after, err := sealedRows(tx); after != before || err != nil {
		t.Errorf("%d rows were left behind, %v", after-before, err)
	}
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
		for c, wanted := range map[reports.Condition]bool{
			reports.SignerNamed:    true,
			reports.SourceReady:    rests || r.Needs == reports.NeedMeeting || r.Needs == reports.NeedHandover || r.Needs == reports.NeedSession,
			reports.PeriodOver:     r.Symbol == "BC",
			reports.FiguresKnown:   r.Story != nil,
			reports.SomethingToSay: r.Story == nil && r.Needs != reports.NeedHandover,
		} {
			if wanted && !slices.Contains(r.Conditions, c) {
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
