package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// quoted is a paper named in a sentence, with its day where it stands there.
var quoted = regexp.MustCompile(
	`(Quyết định|Quy định|Quy chế|Nghị quyết|Chỉ thị|Kết luận|Kế hoạch|Chương trình|Hướng dẫn|Thông báo|Báo cáo|Tờ trình|Công văn|Văn bản) ` +
		`số (\d[\w/ĐƯđư-]*)(,? ngày \d)?`,
)

// checkQuotes holds that a paper is quoted with its day the first time, and later by type, number and symbol only.
func checkQuotes(t interface{ Errorf(string, ...any) }, where string, texts []string) (quotes int) {
	seen := map[string]bool{}
	for _, text := range texts {
		for _, found := range quoted.FindAllStringSubmatch(text, -1) {
			quotes++
			paper, withDay := found[1]+" "+found[2], found[3] != ""
			if withDay == seen[paper] {
				t.Errorf(
					"%s: %s is quoted %s: %q",
					where,
					paper,
					map[bool]string{true: "in full again", false: "short at first"}[withDay],
					text,
				)
			}
			seen[paper] = true
		}
	}
	return quotes
}

func TestAPaperIsQuotedInFullOnce(t *testing.T) {
	t.Parallel()
	eachSamplePaper(t, func(name string, doc document.Document) {
		checkQuotes(t, name, append(document.BasesOf(document.Document{Bases: doc.Bases}), sentencesOf(doc)...))
	})
}

// The minutes of a handover quote the decision it happens by in full.
func TestHandoverQuotesItsDecision(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	id := reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		if err := tx.Exec("UPDATE handover SET decision_id = ? WHERE id = ?", ids["qd"], id).Error; err != nil {
			return err
		}
		doc, err := reports.Make(tx, reports.Input{Report: "R25", Period: "2026-06", HandoverID: id})
		if err != nil {
			return err
		}
		texts := sentencesOf(doc)
		const want = "căn cứ Quyết định số 12-QĐ/ĐU, ngày 05/6/2026 của Ban Thường vụ Đảng ủy xã về việc phân công cấp ủy viên theo dõi ấp, các bên"
		if !strings.Contains(texts[0], want) {
			t.Errorf("the minutes begin %q, want %q", texts[0], want)
		}
		if checkQuotes(t, "R25", texts) != 1 {
			t.Errorf("the minutes do not quote the decision once: %q", texts)
		}
		return nil
	})
}

// The check itself finds what it is for.
func TestQuotesAreChecked(t *testing.T) {
	t.Parallel()
	for text, faults := range map[string]int{
		"Theo Quyết định số 12-QĐ/ĐU, ngày 05/6/2026 của Đảng uỷ. Quyết định số 12-QĐ/ĐU giao":            0,
		"Theo Quyết định số 12-QĐ/ĐU, ngày 05/6/2026 của Đảng uỷ. Quyết định số 12-QĐ/ĐU, ngày 05/6/2026": 1,
		"Theo Quyết định số 12-QĐ/ĐU của Đảng uỷ":                                                         1,
		"Theo Nghị định số 30 ngày 5": 0,
	} {
		var found counter
		if checkQuotes(&found, "", []string{text}); int(found) != faults {
			t.Errorf("%q has %d faults, want %d", text, found, faults)
		}
	}
}

// counter counts what a check finds.
type counter int

func (c *counter) Errorf(string, ...any) { *c++ }
