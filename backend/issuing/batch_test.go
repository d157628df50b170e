package issuing

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
	"caunoi/backend/units"
)

// waitBatch asks until a batch has ended.
func waitBatch(t *testing.T, s *Service, id string) BatchStatus {
	t.Helper()
	for range 3000 {
		status, err := s.BatchStatus(id)
		if err != nil {
			t.Fatal(err)
		}
		if !status.Running {
			return status
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the batch does not end")
	return BatchStatus{}
}

func startBatch(t *testing.T, s *Service, in BatchInput) BatchStatus {
	t.Helper()
	status, err := s.BatchStart(in)
	if err != nil {
		t.Fatal(err)
	}
	return waitBatch(t, s, status.ID)
}

func TestBatchRefuses(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	s := New(o.Gate)
	good := func() BatchInput {
		return BatchInput{Input: reports.Input{Report: "R27", Period: "2026-06"}, Each: reports.EachHamlet}
	}
	for name, tt := range map[string]struct {
		spoil func(*BatchInput)
		field string
	}{
		"no such report":            {func(in *BatchInput) { in.Input.Report = "R999" }, "report"},
		"no period":                 {func(in *BatchInput) { in.Input.Period = "" }, "period"},
		"not by officers":           {func(in *BatchInput) { in.Each = reports.EachOfficer }, "each"},
		"nothing comes in many":     {func(in *BatchInput) { in.Input.Report, in.Each = "R2", "" }, "each"},
		"no hamlet in the commune":  {func(in *BatchInput) { in.IDs = []string{ids["xa"]} }, "ids"},
		"workbooks":                 {func(in *BatchInput) { in.Format, in.Separate = typeset.FormatExcel, true }, "format"},
		"Word in one file":          {func(in *BatchInput) { in.Format = typeset.FormatWord }, "format"},
		"the office has no state's": {func(in *BatchInput) { in.Input.Form = "khac" }, "form"},
	} {
		in := good()
		tt.spoil(&in)
		_, err := s.BatchStart(in)
		if f, ok := fault.Of(err); !ok || f.Fields[tt.field] == "" {
			t.Errorf("%s: %v, want a fault of %s", name, err, tt.field)
		}
	}
	for _, call := range []func(string) (BatchStatus, error){s.BatchStatus, s.BatchCancel} {
		if _, err := call("không có"); !fault.Is(err, fault.CodeNotFound) {
			t.Errorf("a batch nobody started: %v", err)
		}
	}
}

// One PDF for the printer: every sheet begins on a front side when both sides are printed.
func TestBatchIsOneFileToPrint(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	o.SignIn(t, access.LanhDao)
	list, err := s.BatchPlaces(BatchAsk{Input: reports.Input{Report: "R27", Period: "2026-06"}, Each: reports.EachHamlet})
	if err != nil || len(list.Places) != 3 || len(list.Kinds) != 2 ||
		list.Kinds[0] != (BatchKind{reports.EachCommune, "Mọi xã, phường, thị trấn", 1}) {
		t.Fatalf("%+v, %v", list, err)
	}
	in := BatchInput{Input: reports.Input{Report: "R27", Period: "2026-06"}, Each: reports.EachHamlet}
	plain := startBatch(t, s, in)
	in.FrontSide = true
	fronts := startBatch(t, s, in)
	for _, status := range []BatchStatus{plain, fronts} {
		if status.Made != 3 || status.Done != 3 || status.Total != 3 || status.Ended != "" || len(status.Failed) != 0 ||
			status.File.FileName != "ho-so-dia-ban 2026-06.pdf" {
			t.Fatalf("%+v", status)
		}
	}
	pages := func(status BatchStatus) []string {
		file, ok := o.Gate.Files().Get(status.File.Token)
		if !ok || !bytes.HasPrefix(file.Content, []byte("%PDF-")) {
			t.Fatal("no PDF to fetch")
		}
		return typesettest.PDFPages(t, file.Content)
	}
	if got := pages(plain); len(got) != plain.Pages {
		t.Errorf("%d pages, said %d", len(got), plain.Pages)
	}
	if contents := pages(plain)[0]; !strings.Contains(contents, "MỤC LỤC") || !strings.Contains(contents, list.Places[2].Label) {
		t.Errorf("the file begins with %q", contents)
	}
	begun := 0
	for i, text := range pages(fronts)[1:] {
		i++
		if strings.Contains(text, "HỒ SƠ ĐỊA BÀN") {
			begun++
			if i%2 != 0 {
				t.Errorf("sheet %d begins on the back, page %d", begun, i+1)
			}
		}
	}
	if begun != 3 {
		t.Errorf("%d sheets in the file", begun)
	}
}

// The files of one folder: named by the place, no two alike, and none that Windows refuses.
func TestBatchNamesItsFiles(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		commune := store.NewID()
		list := []units.NewUnit{
			{ID: commune, Tree: units.TreeAdmin, Facts: units.Facts{Name: "Xã Mẫu Khác", Type: units.Xa}, ValidFrom: "2025-07-01"},
		}
		for _, name := range []string{"Ấp Mẫu 1", `Ấp "A/B"?`, "Ấp " + strings.Repeat("Dài ", 40)} {
			list = append(
				list,
				units.NewUnit{
					Tree:      units.TreeAdmin,
					ValidFrom: "2025-07-01",
					Facts:     units.Facts{Name: name, Type: units.Ap, ParentID: commune},
				},
			)
		}
		_, err := units.InsertMany(tx, list)
		return err
	})
	s := New(o.Gate)
	for _, format := range []typeset.Format{typeset.FormatPDF, typeset.FormatWord} {
		status := startBatch(
			t,
			s,
			BatchInput{Input: reports.Input{Report: "R27", Period: "2026-06"}, Each: reports.EachHamlet, Format: format, Separate: true},
		)
		file, _ := o.Gate.Files().Get(status.File.Token)
		pack, err := zip.NewReader(bytes.NewReader(file.Content), int64(len(file.Content)))
		if err != nil || status.Made != 6 || len(pack.File) != 6 || status.File.FileName != "ho-so-dia-ban 2026-06.zip" {
			t.Fatalf("%+v, %v", status, err)
		}
		seen := map[string]bool{}
		for _, f := range pack.File {
			if key := strings.ToLower(
				f.Name,
			); seen[key] || strings.ContainsAny(f.Name, `<>:"/\|?*`) || len([]rune(f.Name)) > 140 ||
				!strings.HasSuffix(f.Name, " - ho-so-dia-ban 2026-06."+string(format)) {
				t.Errorf("file name %q", f.Name)
			} else {
				seen[key] = true
			}
		}
		if !seen[strings.ToLower("Ấp Mẫu 1, xã Mẫu Đơn - ho-so-dia-ban 2026-06."+string(format))] {
			t.Errorf("the hamlet's file is missing: %v", seen)
		}
	}
	names := fileNames{}
	for _, want := range []string{"A - x.pdf", "a (2) - x.pdf", "A (3) - x.pdf", "Khong-ten - x.pdf", "CON - x.pdf"} {
		label, _, _ := strings.Cut(strings.TrimSuffix(want, " - x.pdf"), " (")
		if label == "Khong-ten" {
			label = " . "
		}
		if got := names.of(label, "x.pdf"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Story 56: a sheet about one place holds nothing of another place. Each hamlet has words of its own in every record.
func TestSheetOfAPlaceHoldsNoOtherPlace(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for i := range 3 {
			mark := fmt.Sprintf("dấu riêng %d%d", i, i)
			if _, err := activities.Save(
				tx,
				activities.MeetingInput{
					Kind:        activities.People,
					State:       activities.Held,
					PlannedOn:   "2026-06-25",
					HeldOn:      "2026-06-25",
					HostIDs:     []string{ids[fmt.Sprint("ap", i)]},
					Place:       "Nhà " + mark,
					Attendances: []activities.AttendanceInput{{OfficerID: ids["cb0"], Result: activities.Attended}},
					Contributions: []activities.ContributionInput{
						{OfficerID: ids["cb0"], FieldCode: "02", Summary: "Đề nghị sửa đường, " + mark, Accepted: activities.AcceptedYes},
					},
				},
			); err != nil {
				return err
			}
		}
		return nil
	})
	s := New(o.Gate)
	made := 0
	for _, report := range reports.Catalog {
		if !slices.Contains(report.Each, reports.EachHamlet) {
			continue
		}
		period := report.Fitting("2026-06")
		status := startBatch(
			t,
			s,
			BatchInput{Input: reports.Input{Report: report.Code, Period: period}, Each: reports.EachHamlet, Separate: true},
		)
		// A letter that has nothing to say about a hamlet is not made.
		if status.Made+len(status.Skipped) != 3 || len(status.Failed) > 0 {
			t.Errorf("%s: %+v", report.Code, status)
		}
		if made += status.Made; status.Made == 0 {
			continue
		}
		file, _ := o.Gate.Files().Get(status.File.Token)
		pack, err := zip.NewReader(bytes.NewReader(file.Content), int64(len(file.Content)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range pack.File {
			i := int(f.Name[len("Ấp Mẫu ")] - '1')
			text := typesettest.Squeeze(strings.Join(typesettest.PDFPages(t, unpacked(t, f)), " "))
			for k := range 3 {
				for _, foreign := range []string{fmt.Sprintf("dấu riêng %d%d", k, k), fmt.Sprintf("Ấp Mẫu %d", k+1)} {
					if k != i && strings.Contains(text, typesettest.Squeeze(foreign)) {
						t.Errorf("%s: the sheet of hamlet %d holds %q", report.Code, i+1, foreign)
					}
				}
			}
			if report.Code == "R27" && !strings.Contains(text, typesettest.Squeeze(fmt.Sprintf("dấu riêng %d%d", i, i))) {
				t.Errorf("the sheet of hamlet %d lacks its own words", i+1)
			}
		}
	}
	if made < 40 {
		t.Errorf("only %d sheets were looked at", made)
	}
}

// A sheet that cannot be made is named and costs the others nothing.
func TestBatchNamesWhatFailed(t *testing.T) {
	o, ids := reportstest.Office(t)
	s := New(o.Gate)
	broken := reports.Report{
		Code:    "X1",
		Name:    "thu",
		Title:   "Thử",
		Periods: []dates.PeriodKind{dates.Month},
		Forms:   []document.Form{document.FormParty},
		Each:    []reports.BatchEach{reports.EachCommune, reports.EachHamlet, reports.EachOfficer},
		Build: func(_ *store.Tx, in reports.Input, paper reports.Paper) (document.Document, error) {
			switch in.UnitID {
			case ids["ap0"]:
				return document.Document{}, fault.Conflict("Nơi này chưa ghi đủ. Hãy ghi thêm rồi in lại.")
			case ids["ap1"]:
				panic("a defect of one report")
			}
			return paper.Register(in, "SỔ THỬ", "thử"), nil
		},
	}
	kept := reports.Catalog
	reports.Catalog = append(slices.Clone(reports.Catalog), broken)
	defer func() { reports.Catalog = kept }()
	status := startBatch(t, s, BatchInput{Input: reports.Input{Report: "X1", Period: "2026-06"}, Each: reports.EachHamlet})
	if status.Made != 1 || status.Ended != "" || status.File.Token == "" || len(status.Failed) != 2 {
		t.Fatalf("%+v", status)
	}
	if f := status.Failed; f[0] != (BatchFailure{"Ấp Mẫu 1, xã Mẫu Đơn", "Nơi này chưa ghi đủ. Hãy ghi thêm rồi in lại."}) ||
		f[1].Label != "Ấp Mẫu 2, xã Mẫu Đơn" ||
		!strings.Contains(f[1].Reason, "ngoài dự kiến") {
		t.Errorf("%+v", f)
	}
	status = startBatch(t, s, BatchInput{Input: reports.Input{Report: "X1", Period: "2026-06"}, Each: reports.EachHamlet, SkipEmpty: true})
	if status.File.Token != "" || status.Ended == "" || !slices.Equal(status.Skipped, []string{"Ấp Mẫu 3, xã Mẫu Đơn"}) {
		t.Errorf("%+v", status)
	}
}

func unpacked(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// A batch works outside every call. What breaks there costs this batch, never the program.
func TestBatchThatPanicsEndsWithAReason(t *testing.T) {
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	report, err := reports.Find("R27")
	if err != nil {
		t.Fatal(err)
	}
	in := BatchInput{Input: reports.Input{Report: "R27", Period: "2026-06"}, Format: typeset.FormatPDF, Separate: true}
	for name, spoil := range map[string]func(*batchRun){
		"while it keeps the result": func(run *batchRun) {
			run.Made = 1
			run.tell = func(int, string) { run.out.(*zipped).pack = nil }
		},
		"while it looks whether to stop": func(run *batchRun) {
			run.stop = func() bool { panic("nobody to ask") }
		},
	} {
		run := &batchRun{report: report, in: in, tell: func(int, string) {}, stop: func() bool { return false }}
		spoil(run)
		job := &batchJob{status: BatchStatus{ID: "x", Running: true}, cancel: func() {}, sessionGoesOn: func() bool { return true }}
		s.work(t.Context(), "issuing.BatchStart", run, job)
		if got := job.shown(); got.Running || got.ID != "x" || got.File.Token != "" || !strings.Contains(got.Ended, "Mã lỗi") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
