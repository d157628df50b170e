package issuing

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// The ways on which a paper leaves the program.
const (
	onScreen  = "screen"
	onCommand = "cli"
	inBatch   = "batch"
	inDossier = "dossier"
)

// cell is one condition of one report on one way.
type cell struct {
	report string
	fails  reports.Condition
	way    string
}

// Each report of the catalog, each of its conditions, each way a paper leaves the program: a source that fails it is refused or asked
// about beside the page and not on it, before a number or a row is used; a draft that says nothing is not drawn, another is told of;
// and the same paper goes out where nothing stands in the way.
func TestEveryConditionIsHeldOnEveryWay(t *testing.T) {
	t.Parallel()
	o, ids := sealing(t)
	idle, err := matters.New(o.Gate).SaveBody(matters.BodyInput{Name: "Trạm Y tế mẫu", Level: "xa"})
	if err != nil {
		t.Fatal(err)
	}
	ids["cq2"] = idle.ID
	ids["rac"] = matterOf(t, o, "Bổ sung thùng rác%")
	held := map[cell]bool{}
	for _, v := range append(violations(ids), ofEveryPaper(ids)...) {
		t.Run(v.report+" "+string(v.fails)+" "+v.says, func(t *testing.T) {
			in := good(ids)[v.report]
			in.Report = v.report
			if v.choose != nil {
				v.choose(&in)
			}
			for _, way := range []string{onScreen, onCommand, inBatch, inDossier} {
				trial(t, o, func(tx *store.Tx) error {
					if v.spoil != nil {
						if err := v.spoil(tx); err != nil {
							return err
						}
					}
					if v.hold(t, tx, in, way) {
						held[cell{v.report, v.fails, way}] = true
					}
					return nil
				})
			}
		})
	}
	for _, r := range reports.Catalog {
		for _, c := range r.AllConditions() {
			for _, way := range []string{onScreen, onCommand, inBatch, inDossier} {
				alwaysAddressed := c == reports.Addressed && slices.Contains(theirOwnAddress, r.Code)
				if !held[cell{r.Code, c, way}] && !alwaysAddressed {
					t.Errorf("%s: nothing here violates %s in the %s", r.Code, c, way)
				}
			}
		}
		if r.Symbol != "" {
			t.Run(r.Code+" goes out", func(t *testing.T) { goesOut(t, o, r, good(ids)) })
		}
	}
}

// goesOut seals the good case of a report. Number, symbol and day stand wherever the paper names them, and nothing of a draft is left.
func goesOut(t *testing.T, o *accesstest.Office, r reports.Report, good map[string]reports.Input) {
	in, known := good[r.Code]
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
		for _, open := range []string{"số …", "số…", "…/…/", "ngày … tháng", "ngày…", "DỰ THẢO", "Dự thảo lần"} {
			if at := strings.Index(text, typesettest.Squeeze(open)); at >= 0 {
				t.Errorf("the sealed pages still say %q: …%s…", open, text[max(0, at-80):min(len(text), at+80)])
			}
		}
		return nil
	})
}

// hold tells that a source which fails a condition is stopped on a way. It gives false where the way knows no such source.
func (v violation) hold(t *testing.T, tx *store.Tx, in reports.Input, way string) bool {
	t.Helper()
	report, err := reports.Find(v.report)
	if err != nil {
		t.Fatal(err)
	}
	switch way {
	case onScreen:
		v.holdOnScreen(t, tx, in)
	case onCommand:
		v.holdOnCommand(t, tx, in)
	case inBatch:
		return v.holdInBatch(t, tx, report, in)
	case inDossier:
		v.holdInDossier(t, tx, in)
	}
	return true
}

func (v violation) holdOnScreen(t *testing.T, tx *store.Tx, in reports.Input) {
	t.Helper()
	before, err := sealedRows(tx)
	if err != nil {
		t.Fatal(err)
	}
	_, sealing := Seal(tx, IssueInput{Input: in})
	if after, err := sealedRows(tx); after != before || err != nil {
		t.Errorf("%d rows were left behind, %v", after-before, err)
	}
	if v.unmakeable {
		if _, err := propose(tx, in); !fault.Is(err, fault.CodeInvalid) || !strings.Contains(err.Error(), v.says) {
			t.Errorf("proposed: %v", err)
		}
		if !fault.Is(sealing, fault.CodeInvalid) || !strings.Contains(sealing.Error(), v.says) {
			t.Errorf("issued: %v", sealing)
		}
		return
	}
	proposal, err := propose(tx, in)
	if err != nil {
		t.Fatal(err)
	}
	weight := reports.Refuses
	if v.asks {
		weight = reports.Asks
	}
	at := slices.IndexFunc(proposal.Obstacles, func(o reports.Obstacle) bool {
		return o.Condition == v.fails && o.Weight == weight && strings.Contains(o.Reason, v.says)
	})
	if at < 0 || !strings.HasPrefix(proposal.Obstacles[at].To, v.to) {
		t.Fatalf("obstacles %+v; want %s %s that says %q and leads to %s", proposal.Obstacles, weight, v.fails, v.says, v.to)
	}
	ready, err := reports.Prepare(tx, in)
	if err != nil {
		t.Fatal(err)
	}
	page, err := json.Marshal(ready.Doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range proposal.Obstacles {
		if strings.Contains(string(page), o.Reason) {
			t.Errorf("the page says %q", o.Reason)
		}
		if refused := sealing != nil && strings.Contains(sealing.Error(), o.Reason); !refused && o.Weight == weight {
			t.Errorf("sealing does not say %q: %v", o.Reason, sealing)
		}
	}
	code := fault.CodeInvalid
	if v.asks {
		code = fault.CodeConfirm
	}
	if !fault.Is(sealing, code) || !v.asks && !strings.HasPrefix(sealing.Error(), "Chưa ban hành được. ") {
		t.Errorf("issued: %v", sealing)
	}
}

// holdOnCommand tells that the program without a window refuses as the window does, and asks what it asks; told to go on, it goes on
// only where the window would.
func (v violation) holdOnCommand(t *testing.T, tx *store.Tx, in reports.Input) {
	t.Helper()
	_, window := Seal(tx, IssueInput{Input: in})
	if _, err := SealFromCommand(tx, IssueInput{Input: in}, false); err == nil || err.Error() != window.Error() {
		t.Errorf("the command says %v, the window %v", err, window)
	}
	if _, err := SealFromCommand(tx, IssueInput{Input: in}, true); (err == nil) != v.asks {
		t.Errorf("told to go on: %v", err)
	}
}

// holdInBatch prints one sheet.
func (v violation) holdInBatch(t *testing.T, tx *store.Tx, report reports.Report, in reports.Input) bool {
	t.Helper()
	if len(report.Each) == 0 { // it is not printed in batches at all
		_, err := planBatch(tx, BatchInput{Input: in}, mostSheets)
		return err != nil
	}
	if in.Number != 0 {
		_, err := planBatch(tx, BatchInput{Input: in}, mostSheets)
		if !fault.Is(err, fault.CodeInvalid) || !strings.Contains(err.Error(), "không cấp số") {
			t.Errorf("a batch with a number: %v", err)
		}
		return true
	}
	each, id := report.Each[0], in.UnitID
	if slices.Contains(report.Each, reports.EachBody) {
		each, id = reports.EachBody, in.BodyID
	}
	if one := aboutOne(each, in, id); v.fails == reports.SourceReady && (one.MatterID != in.MatterID || one.LetterID != in.LetterID) {
		return true // a batch takes what stands ready; one record that does not cannot be chosen for it
	}
	run := &batchRun{
		report: report, in: BatchInput{Input: in, Each: each, Format: typeset.FormatPDF}, places: []BatchPlace{{ID: id, Label: "Nơi thử"}},
		names: fileNames{}, out: folderOut{typeset.FormatPDF, func(string, []byte) error { return nil }},
		tell: func(int, string) {}, stop: func() bool { return false },
	}
	if err := run.run(tx); err != nil {
		t.Fatal(err)
	}
	said := strings.Join(run.Warnings, " ")
	for _, f := range run.Failed {
		said += f.Reason
	}
	told := strings.Contains(strings.ToLower(said), strings.ToLower(v.says))
	switch {
	case run.Made == 1 && told && !v.ofThePage():
	case run.Made == 0 && (told || len(run.Skipped) == 1 || v.saysNothing(t, tx, aboutOne(each, in, id))):
	default:
		t.Errorf("%d sheets, left out %q, failed %+v, warnings %q", run.Made, run.Skipped, run.Failed, run.Warnings)
	}
	return true
}

// holdInDossier lays the paper before a session. A draft bears no number, so there is no order to keep.
func (v violation) holdInDossier(t *testing.T, tx *store.Tx, in reports.Input) {
	t.Helper()
	choices, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	part, err := drawnPart(tx, laidPart{}, string(choices))
	if err != nil {
		t.Fatal(err)
	}
	if v.unmakeable && v.fails == reports.NumberInOrder {
		return // the draft bears the number it has in the other book
	}
	if v.fails == reports.NumberInOrder {
		if part.Document == nil || part.Document.Head.Number.Value != 0 || part.Symbol != "dự thảo" {
			t.Errorf("a draft of a dossier bears %+v", part)
		}
		return
	}
	told := strings.Contains(strings.ToLower(strings.Join(part.why, " ")), strings.ToLower(v.says))
	if v.saysNothing(t, tx, in) && !v.ofThePage() {
		if part.Document != nil {
			t.Error("a page that says nothing was drawn")
		}
		return
	}
	if drawn := part.Document != nil; !told || drawn == (v.ofThePage() || v.unmakeable) {
		t.Errorf("drawn %v, said %q", drawn, part.why)
	}
}

// saysNothing tells that the paper has no page to draw for another reason.
func (v violation) saysNothing(t *testing.T, tx *store.Tx, in reports.Input) bool {
	t.Helper()
	ready, err := reports.Prepare(tx, in)
	if err != nil {
		return false
	}
	page, _ := reports.SplitObstacles(ready.Obstacles)
	return slices.ContainsFunc(page, func(o reports.Obstacle) bool { return o.Condition != v.fails })
}

// ofThePage tells that even a draft has to keep the condition.
func (v violation) ofThePage() bool {
	return !v.asks && slices.Contains(
		[]reports.Condition{reports.SomethingToSay, reports.FiguresKnown, reports.Addressed, reports.NoResidentData}, v.fails)
}

// theirOwnAddress are the papers that always know whom they go to: the place of the matter they answer, the body that decides.
var theirOwnAddress = []string{"R12C", "R2D"}

// ofEveryPaper violates the conditions that every numbered paper has.
func ofEveryPaper(ids map[string]string) (list []violation) {
	cases := good(ids)
	add := func(code string, fails reports.Condition, says string, choose func(*reports.Input), spoil func(*store.Tx) error) *violation {
		list = append(list, violation{failing: failing{report: code, fails: fails, choose: choose, spoil: spoil, says: says}})
		return &list[len(list)-1]
	}
	for _, r := range reports.Catalog {
		if r.Symbol == "" {
			continue
		}
		once := add(r.Code, reports.NotIssuedTwice, "Đã ban hành", nil, func(tx *store.Tx) error {
			in := cases[r.Code]
			in.Report = r.Code
			if _, err := SealFromCommand(tx, IssueInput{Input: in}, true); err != nil || in.MatterID == "" {
				return err
			}
			in.MatterID = "" // the one a batch takes
			_, err := SealFromCommand(tx, IssueInput{Input: in}, true)
			return err
		})
		once.asks, once.to = r.Repeatable, "/van-ban?tim="
		add(r.Code, reports.RightToSign, "thừa ủy quyền", func(in *reports.Input) {
			in.SignAs = &document.Signatory{Authority: document.ByMandate, Body: "BÍ THƯ", Position: "PHÓ BÍ THƯ", Name: "Trần Mẫu"}
		}, nil)
		add(r.Code, reports.FormAllowed, "Hãy chọn lại", func(in *reports.Input) { in.Form = "la" }, nil).unmakeable = true
		add(r.Code, reports.NoResidentData, "thông tin của người dân", func(in *reports.Input) {
			in.Typist = "ông Lê Văn Tám, 0912 345 678"
		}, nil).asks = !r.Outside
		if r.Signature != reports.SignedByParties && r.Needs != reports.NeedSession &&
			!slices.Contains(theirOwnAddress, r.Code) { // a session's guests have their own case
			add(r.Code, reports.Addressed, "Chưa rõ văn bản gửi đến đâu", func(in *reports.Input) {
				in.Recipients = []string{"Lưu Văn phòng"}
			}, func(tx *store.Tx) error {
				return tx.Exec("UPDATE body SET name = '……'").Error
			})
		}
		if slices.Contains([]string{"R2B", "R2C", "R10"}, r.Code) { // their number stands in another book already
			far := func(in *reports.Input) { in.Number = 100000 }
			add(r.Code, reports.NumberInOrder, "nên không lấy số khác", far, nil).unmakeable = true
		} else {
			add(r.Code, reports.NumberInOrder, "Số văn bản phải từ 01 đến", func(in *reports.Input) { in.Number = 100000 }, nil)
		}
	}
	add("R20", reports.NumberInOrder, "khuyết số 31–39", func(in *reports.Input) {
		in.Number, in.Date = 40, "2026-07-02"
	}, func(tx *store.Tx) error {
		_, err := papers.Reserve(tx, papers.ReserveInput{Series: "BC", Number: 30, Day: "2026-07-01", Cause: papers.KeptSecret})
		return err
	}).asks = true
	add("R20", reports.NumberInOrder, "đang giữ", func(in *reports.Input) {
		in.Number, in.Date = 30, "2026-07-02"
	}, func(tx *store.Tx) error {
		_, err := papers.Reserve(tx, papers.ReserveInput{Series: "BC", Number: 30, Day: "2026-07-01", Cause: papers.KeptSecret})
		return err
	})
	return list
}
