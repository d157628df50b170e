package issuing

import (
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/duties"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
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
			matters.DayHeld, matters.KindDialogue,
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
		draft := notice // of a day in which no other decision is looked for
		ids["nhap"] = store.NewID()
		draft.ID, draft.Number, draft.Symbol, draft.DocDate, draft.State = ids["nhap"], "", "", "2025-08-15", assignments.DuThao
		if err := tx.Create(&draft).Error; err != nil {
			return err
		}
		return concludeSession(tx, ids["phien"])
	})
	_, err := duties.New(o.Gate).SaveRule(duties.RuleInput{
		Name: "Dự họp dân hằng tháng", Activity: "PEOPLE", Quota: 2, SchemeID: ids["scheme"], KindID: ids["kind"],
		Subject: duties.OfOfficer, Period: dates.Monthly, ValidFrom: "2026-10-01", Source: "Quy chế mẫu",
	})
	if err != nil {
		t.Fatal(err)
	}
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
		"R2D": {Period: "2025-08"}, "R4B": {Period: "2026-Q4"},
		"PH2": {SessionID: ids["phien"]}, "PH4": {SessionID: ids["phien"]},
	}
}

// violation is a source that fails one condition, and what comes of it.
type violation struct {
	failing
	asks       bool // a person may accept it
	unmakeable bool // there is not even a page: refused at once, whatever else is wrong
}

// failing is a source that fails one condition.
type failing struct {
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
	list := []failing{
		{
			"R2B",
			reports.SourceReady,
			func(in *reports.Input) { in.DecisionID = ids["qd"] },
			draft,
			"Quyết định “về việc phân công cấp ủy viên theo dõi ấp” còn là dự thảo",
			"/phan-cong/quyet-dinh/",
		},
		{
			"R2D",
			reports.SourceReady,
			func(in *reports.Input) { in.DecisionID = ids["qd"] },
			nil,
			"đã ban hành nên không còn gì để trình",
			"/phan-cong/quyet-dinh/",
		},
		{"R2D", reports.SomethingToSay, empty, nil, "không có quyết định phân công nào", "/phan-cong/quyet-dinh"},
		{
			"R4B",
			reports.SourceReady,
			func(in *reports.Input) { in.Period = "2026-Q2" },
			run("UPDATE duty_rule SET valid_from = '2026-01-01'"),
			"đã qua nên không lập kế hoạch nữa",
			"",
		},
		{
			"R4B",
			reports.SomethingToSay,
			func(in *reports.Input) { in.Period = "2026-Q1" },
			nil,
			"không có kỳ sinh hoạt, họp nào phải dự",
			"/lich/nhiem-vu",
		},
		{"R2B", reports.SomethingToSay, empty, nil, "chưa có quyết định phân công nào được ghi", "/phan-cong/quyet-dinh"},
		{
			"R2C",
			reports.SourceReady,
			func(in *reports.Input) { in.DecisionID = ids["tb"] },
			draft,
			"Thông báo “phân công theo dõi” còn là dự thảo",
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
			"/bao-cao/R20?doan=mo-dau&ky=2026-06",
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
			"/bao-cao/R21?doan=mo-dau&ky=2026-H1",
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
	list = append(list, unsigned(nameless, noHead)...)
	out := make([]violation, len(list))
	for i, f := range list {
		out[i] = violation{failing: f}
	}
	return out
}
