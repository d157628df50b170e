package reports_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The papers of one period say the same, on the made-up office and on random ones: each row of attendance can be counted again from
// its own columns, and what two papers share is one number.
func TestPapersOfOnePeriodAgree(t *testing.T) {
	t.Parallel()
	t.Run("made-up", func(t *testing.T) {
		t.Parallel()
		s := sampleOffice.Open(t)
		storetest.Read(t, s, func(tx *store.Tx) error {
			for _, period := range []dates.Period{"2026-10", "2026-Q3", "2026-H1", "2025"} {
				agree(t, tx, period)
			}
			return nil
		})
	})
	seeds := uint64(12)
	if storetest.AllDays() {
		seeds = 200
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			o, ids := reportstest.MatterOffice(t)
			r := rand.New(rand.NewPCG(seed, 7))
			if seed%3 > 0 {
				counts := seed%3 == 1
				_, err := duties.New(o.Gate).SaveRule(duties.RuleInput{
					SchemeID:         ids["scheme"],
					KindID:           ids["kind"],
					Name:             "Dự họp dân",
					Subject:          duties.OfOfficer,
					Activity:         "PEOPLE",
					Quota:            2,
					Period:           dates.Monthly,
					ValidFrom:        "2026-06-05",
					Source:           "Quy chế mẫu",
					CountsSubstitute: counts,
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			storetest.Write(t, o.Store, func(tx *store.Tx) error { return randomLog(tx, ids, r) })
			storetest.Read(t, o.Store, func(tx *store.Tx) error {
				for _, period := range []dates.Period{"2026-06", "2026-07", "2026-Q2"} {
					agree(t, tx, period)
				}
				return nil
			})
		})
	}
}

// randomLog holds meetings of every result, and leaves some planned days unrecorded.
func randomLog(tx *store.Tx, ids map[string]string, r *rand.Rand) error {
	results := []activities.Result{activities.Attended, activities.Excused, activities.Absent, activities.Substituted, ""}
	for range 5 + r.IntN(15) {
		day, n := dates.Date("2026-06-05").AddDays(r.IntN(60)), r.IntN(2)
		a := activities.AttendanceInput{OfficerID: ids[fmt.Sprint("cb", n)], Result: results[r.IntN(5)]}
		if a.Result == activities.Substituted {
			a.SubstituteID = ids[fmt.Sprint("cb", 1-n)]
		}
		if a.Result == activities.Excused {
			a.Reason = "Đi học"
		}
		in := activities.MeetingInput{Kind: activities.People, State: activities.Held, PlannedOn: day, HeldOn: day,
			HostIDs: []string{ids[fmt.Sprint("ap", n)]}, Attendances: []activities.AttendanceInput{a}}
		switch r.IntN(4) {
		case 0:
			in.State, in.HeldOn, in.Attendances[0] = activities.Planned, "", activities.AttendanceInput{OfficerID: a.OfficerID}
		case 1:
			in.State, in.HeldOn, in.StateReason, in.Attendances[0] = activities.Cancelled, "", "Mưa lũ", activities.AttendanceInput{
				OfficerID: a.OfficerID,
			}
		}
		if _, err := activities.Save(tx, in); err != nil && !fault.Is(err, fault.CodeConflict) && !fault.Is(err, fault.CodeInvalid) {
			return err // the officer is at one meeting of a day and kind only
		}
	}
	return nil
}

// agree holds the papers of a period against one another.
func agree(t *testing.T, tx *store.Tx, period dates.Period) {
	t.Helper()
	paper := func(code string) document.Document {
		report, err := reports.Find(code)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := reports.Make(
			tx,
			reports.Input{Report: code, Period: report.Fitting(period), Date: dates.Earlier(period.Span().Last(), tx.Today)},
		)
		if err != nil {
			t.Fatalf("%s %s: %v", code, period, err)
		}
		return doc
	}
	r7 := tableWith(paper("R7"), "Tỷ lệ dự")
	r20, r21 := paper("R20"), paper("R21")
	for code, doc := range map[string]document.Document{"R7": paper("R7"), "R20": r20, "R21": r21} {
		recountTables(t, code+" "+string(period), doc)
	}
	day := dates.Earlier(period.Span().Last(), tx.Today)
	recountBlocks(t, "the annex by place "+string(period),
		reports.AnnexByPlace(t, tx, reports.Input{Report: "R20", Period: period, Date: day}))
	if annex := tableWith(r20, "Tỷ lệ dự"); len(annex.Rows) > 0 && rowsText(annex) != rowsText(r7) {
		t.Errorf("%s: the annex of R20 differs from R7:\n%s\n%s", period, rowsText(annex), rowsText(r7))
	}
	total := cellsOf(r7, "Tổng cộng")
	r13, r13b := cellsOf(
		tableWith(paper("R13"), "Lĩnh vực"),
		"Tổng cộng",
	), cellsOf(
		tableWith(paper("R13B"), "Tên cơ quan, đơn vị"),
		"Tổng cộng",
	)
	r8 := tableWith(paper("R8"), "Số ý kiến")
	if len(r13) > 0 {
		same(t, period, "R13 và R13B, tiếp nhận", r13["Tiếp nhận"], r13b["Tổng số kiến nghị"])
		same(t, period, "R13 và R8, tiếp nhận", r13["Tiếp nhận"], strconv.Itoa(len(r8.Rows)))
		same(t, period, "R13 và R13B, chưa trả lời", r13["Chưa trả lời"], r13b["Chưa trả lời"])
	}
	span := dates.Span{From: period.Span().From, To: dates.Earlier(period.Span().To, tx.Today.AddDays(1))}
	sum, err := fulfilment.Summarize(tx, fulfilment.Filter{Span: span, By: fulfilment.ByOfficer})
	if err != nil {
		t.Fatal(err)
	}
	if rows := recountPlaces(t, tx, period); len(sum.Rows) > 0 && rows == 0 {
		t.Errorf("%s: no file of a place has a row of a year", period)
	}
	if len(sum.Rows) > 0 && len(total) > 0 {
		for column, n := range map[string]int{"Số kỳ phải dự": sum.Total.Expected, "Đã dự": sum.Total.Attended,
			"Dự thay được tính": sum.Total.SubstitutedCounted, "Dự thay không tính": sum.Total.SubstitutedOnly, "Vắng": sum.Total.Absent,
			"Vắng có lý do": sum.Total.Excused, "Đã họp, chưa ghi kết quả": sum.Total.HeldNotRecorded,
			"Chưa ghi cuộc họp": sum.Total.NotKnown,
		} {
			same(t, period, "R7 và màn hình, "+column, total[column], strconv.Itoa(n))
		}
	}
	view, err := assignments.ViewCoverage(tx, assignments.CoverageQuery{Day: day})
	if err != nil {
		t.Fatal(err)
	}
	if r3 := cellsOf(tableWith(paper("R3"), "Số ngày trống"), "Tổng cộng"); len(r3) > 0 {
		same(t, period, "R3 và độ phủ, ngày trống", r3["Số ngày trống"], strconv.Itoa(view.VacantDays))
		same(t, period, "R3 và độ phủ, còn trống", r3["Còn trống"], strconv.Itoa(view.VacantTotal))
	}
	debtors(t, tx, period, day, tableWith(paper("R14"), "Tổng số đang mở"))
	voices(t, period, r8, tableWith(paper("R10B"), "Việc xử lý"))
	shares := recountShares(t, "R20 "+string(period), r20) + recountShares(t, "R21 "+string(period), r21) +
		recountShares(t, "R26B "+string(period), paper("R26B"))
	if total["Tỷ lệ dự"] != "–" && total["Đã dự"] != total["Số kỳ phải dự"] && len(total) > 0 && shares == 0 {
		t.Errorf("%s: the papers tell no share", period)
	}
	for _, code := range []string{"R20", "R21", "R26B"} {
		for _, text := range sentencesOf(paper(code)) {
			if lower := strings.ToLower(text); strings.Contains(lower, "chưa ghi") || strings.Contains(lower, "chưa được ghi") {
				t.Errorf("%s %s tells the level above what the office did not write down: %q", code, period, text)
			}
		}
	}
	if n := strings.Count(textOf(r20), "ố liệu tính đến hết ngày"); n != 1 {
		t.Errorf("R20 %s names its day %d times", period, n)
	}
}

// debtors holds R14 against the register: the body a matter waits for is the one the register has passed it on to.
func debtors(t *testing.T, tx *store.Tx, period dates.Period, day dates.Date, r14 document.Table) {
	t.Helper()
	open, err := matters.Register(tx, matters.Filter{Worklist: matters.AllOpen, AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	office, err := matters.AtOffice(tx)
	if err != nil {
		t.Fatal(err)
	}
	owed := map[string]int{}
	for _, r := range open {
		name := office
		if r.State == matters.Referred {
			name = r.Body
		}
		owed[name]++
	}
	for _, row := range r14.Rows {
		if row.Kind == document.RowPlain {
			same(t, period, "R14 và sổ, "+row.Cells[1].Text, row.Cells[2].Text, strconv.Itoa(owed[row.Cells[1].Text]))
			delete(owed, row.Cells[1].Text)
		}
	}
	if len(owed) > 0 {
		t.Errorf("%s: R14 does not name %v", period, owed)
	}
}

// voices holds what R10B tells the place against the register.
func voices(t *testing.T, period dates.Period, r8, r10b document.Table) {
	t.Helper()
	of := map[string]string{}
	for _, row := range r8.Rows {
		of[row.Cells[0].Link] = row.Cells[5].Text
	}
	for _, row := range r10b.Rows {
		if n := row.Cells[3].Text; n != "<3" && n != "dưới 3" && n != of[row.Cells[2].Link] {
			t.Errorf("%s: R10B counts %s voices, R8 %s: %.60s", period, n, of[row.Cells[2].Link], row.Cells[2].Text)
		}
	}
}

// recount counts the rate of every row again from what is printed in the row, by the words under the table.
func recount(t *testing.T, where string, table document.Table) {
	t.Helper()
	for i := range table.Rows {
		cells := byTitle(table, i)
		n := func(title string) int {
			v, err := strconv.Atoi(cells[title])
			if err != nil && cells[title] != "–" {
				t.Errorf("%s: “%s” is %q", where, title, cells[title])
			}
			return v
		}
		done, of := n("Đã dự")+n("Dự thay được tính"), n("Số kỳ phải dự")-n("Chưa ghi cuộc họp")
		parts := n("Đã dự") + n("Dự thay được tính") + n("Dự thay không tính") + n("Vắng có lý do") + n("Vắng") +
			n("Đã họp, chưa ghi kết quả") + n("Chưa ghi cuộc họp")
		if parts != n("Số kỳ phải dự") {
			t.Errorf("%s: the parts of %v add up to %d", where, cells, parts)
		}
		want := "–"
		if of > 0 {
			want = fmt.Sprintf("%d/%d\n", done, of)
		}
		if got := cells["Tỷ lệ dự"]; of > 0 && !strings.HasPrefix(got, want) || of == 0 && got != want {
			t.Errorf("%s: the row says %q, its columns %q: %v", where, got, want, cells)
		}
	}
}

func same(t *testing.T, period dates.Period, what, a, b string) {
	t.Helper()
	if strings.TrimLeft(a, "0") != strings.TrimLeft(b, "0") {
		t.Errorf("%s: %s: %q and %q", period, what, a, b)
	}
}

// tableWith finds the table of a paper that has a column; an empty one where none has.
func tableWith(doc document.Document, title string) document.Table {
	blocks := slices.Clone(doc.Blocks)
	for _, a := range doc.Annexes {
		blocks = append(blocks, a.Blocks...)
	}
	for _, b := range blocks {
		if b.Table != nil && slices.Contains(titlesOf(*b.Table), title) {
			return *b.Table
		}
	}
	return document.Table{}
}

func titlesOf(table document.Table) []string {
	titles := make([]string, len(table.Columns))
	for _, c := range document.PlaceHead(table.Head, len(table.Columns)) {
		if c.Row+c.Rows == len(table.Head) {
			titles[c.Column] = c.Cell.Text
		}
	}
	return titles
}

// byTitle are the texts of a row by the titles of their columns.
func byTitle(table document.Table, row int) map[string]string {
	out, column, titles := map[string]string{}, 0, titlesOf(table)
	for _, cell := range table.Rows[row].Cells {
		out[titles[min(column, len(titles)-1)]] = cell.Text
		column += max(cell.ColSpan, 1)
	}
	return out
}

// cellsOf are the cells of the row that has a text; none where there is no such row.
func cellsOf(table document.Table, text string) map[string]string {
	for i, row := range table.Rows {
		if slices.ContainsFunc(row.Cells, func(c document.Cell) bool { return c.Text == text }) {
			return byTitle(table, i)
		}
	}
	return nil
}

func rowsText(table document.Table) string {
	var out strings.Builder
	for _, row := range table.Rows {
		for _, cell := range row.Cells {
			out.WriteString(cell.Text + " | ")
		}
		out.WriteString("\n")
	}
	return out.String()
}

func textOf(doc document.Document) string {
	text := doc.Subject
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			for _, r := range b.Paragraph.Runs {
				text += r.Text
			}
		}
	}
	return text
}
