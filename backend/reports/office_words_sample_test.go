package reports_test

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The places the office can word in each paper that speaks in sentences; what a new sentence adds is added here.
var wordedPlaces = map[string][]string{
	"R2B":  {"dieu-1", "dieu-2", "dieu-3", "can-cu", "noi-nhan"},
	"R4B":  {"muc-dich", "yeu-cau", "noi-dung", "lich", "can-bo", "co-so", "ket", "noi-nhan"},
	"R2D":  {"mo-dau", "trinh", "de-nghi", "ket", "noi-nhan"},
	"R2C":  {"mo-dau", "muc-1", "muc-2", "muc-3", "noi-nhan"},
	"R10":  {"mo-dau", "ket", "noi-nhan"},
	"R10B": {"mo-dau", "ket", "noi-nhan"},
	"R10C": {"mo-dau", "ket", "noi-nhan"},
	"R11":  {"mo-dau", "ket", "noi-nhan"},
	"R12":  {"mo-dau", "ket", "noi-nhan"},
	"R12B": {"ket"},
	"R12C": {"mo-dau", "ket", "noi-nhan"},
	"R20":  {"doan.mo-dau", "doan.I.1.phan-cong", "doan.III.tiep-tuc", "noi-nhan"},
	"R21":  {"doan.mo-dau", "doan.V.chi-tieu", "doan.V.tiep-tuc", "noi-nhan"},
	"R26":  {"mo-dau", "ket", "noi-nhan"},
	"R26B": {"mo-dau", "noi-nhan"},
	"PH2":  {"mo-dau", "ket", "noi-nhan"},
}

// Every fixed sentence, căn cứ and nơi nhận of every paper of the made-up office can be worded by the office, in each form, and the
// program's words come back.
func TestOfficeWordsOfEveryPaper(t *testing.T) {
	t.Parallel()
	s := sampleOffice.Open(t)
	choice := choices(t, s)
	for _, report := range reports.Catalog {
		t.Run(report.Code, func(t *testing.T) {
			tried := map[string]bool{}
			storetest.Write(t, s, func(tx *store.Tx) error {
				for _, form := range report.Forms {
					in := choice(report, reports.Input{Report: report.Code, Period: longPeriod(report), Form: form, Number: 12})
					if report.Code == "R2C" { // the office has no notice: one of its decisions is drawn up as one
						if err := tx.Raw("SELECT id FROM decision WHERE deleted_at = '' ORDER BY id LIMIT 1").
							Scan(&in.DecisionID).
							Error; err != nil {
							return err
						}
					}
					for _, place := range reports.CheckOfficeWords(t, tx, in) {
						tried[place] = true
					}
				}
				return nil
			})
			for _, place := range wordedPlaces[report.Code] {
				if !tried[place] {
					t.Errorf("%s cannot be worded, only %v", place, tried)
				}
			}
		})
	}
}

// longPeriod is the longest period a report takes: of it there is most to tell.
func longPeriod(report reports.Report) dates.Period {
	for _, p := range []dates.Period{"2026", "2026-Q3", "2026-10"} {
		if report.Fitting(p) == p {
			return p
		}
	}
	return "2026-10"
}

func TestOfficeWordsRefused(t *testing.T) {
	t.Parallel()
	storetest.Write(t, sampleOffice.Open(t), func(tx *store.Tx) error {
		reports.CheckOfficeWordsRefused(t, tx, reports.Input{Report: "R11", Form: document.FormParty, Number: 12}, "ket")
		return nil
	})
}
