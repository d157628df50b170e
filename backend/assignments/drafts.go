package assignments

import (
	"fmt"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// DecisionIn is a decision with its whole annex as it is typed.
type DecisionIn struct {
	ID            string     `json:"id"` // "" adds a decision
	Number        string     `json:"number"`
	Symbol        string     `json:"symbol"`
	DocDate       dates.Date `json:"docDate"`
	Issuer        string     `json:"issuer"`
	Subject       string     `json:"subject"`
	EffectiveDate dates.Date `json:"effectiveDate"`
	Action        Action     `json:"action"`
	LineTotal     int        `json:"lineTotal"` // number of lines the annex on paper has
	Note          string     `json:"note"`
	Lines         []LineIn   `json:"lines"`
	GuardReason   string     `json:"guardReason"` // why marked words are kept, see guard.Reasons
	Accepted      []string   `json:"accepted"`    // what a person was asked and accepted before issuing, see fault.Ask
}

// SaveDraft stores a decision that is not issued yet, however incomplete. Faults: conflict for an issued one, because history
// changes by a new decision only (story 15); not_found; invalid for what cannot stand in a draft either.
func SaveDraft(tx *store.Tx, in DecisionIn) (Decision, error) {
	d, err := prepare(tx, in)
	if err != nil {
		return Decision{}, err
	}
	tx.Audit(d.ID, fmt.Sprintf("Lưu dự thảo quyết định phân công “%s” (%d dòng).%s", d.Subject, len(d.Lines), guard.Kept(in.GuardReason)))
	return d, tx.Save(&d).Error
}

// prepare reads what is stored, puts the typed values over it, and checks what must hold for a draft too.
func prepare(tx *store.Tx, in DecisionIn) (Decision, error) {
	d := Decision{ID: store.NewID(), CreatedAt: tx.NowText(), State: DuThao}
	if in.ID != "" {
		var err error
		if d, err = findDecision(tx, in.ID); err != nil {
			return Decision{}, err
		}
		if d.State == BanHanh {
			return Decision{}, fault.Conflict(
				"Quyết định này đã ban hành nên không sửa trực tiếp được. Hãy lập quyết định điều chỉnh, hoặc thu hồi về dự thảo nếu nhập nhầm.",
			)
		}
	}
	d.Number, d.Symbol, d.Issuer = store.CleanLine(in.Number), store.CleanLine(in.Symbol), store.CleanLine(in.Issuer)
	d.Subject, d.Note = store.CleanLine(in.Subject), store.Clean(in.Note)
	d.DocDate, d.EffectiveDate, d.Action, d.LineTotal = in.DocDate, in.EffectiveDate, in.Action, in.LineTotal
	var f fault.Fields
	if d.Action.Word() == "" {
		f.Add("action", "Hãy chọn loại: phân công, điều chỉnh, kết thúc hoặc thay thế.")
	}
	if utf8.RuneCountInString(d.Number) > 20 || utf8.RuneCountInString(d.Symbol) > 30 {
		f.Add("number", "Số hoặc ký hiệu quá dài; ví dụ đúng: số 12, ký hiệu QĐ/ĐU.")
	}
	if utf8.RuneCountInString(d.Issuer) > longestLine {
		f.Add("issuer", "Cơ quan ban hành dài quá 200 ký tự; hãy viết gọn lại.")
	}
	checkLength(&f, "subject", d.Subject)
	checkLength(&f, "note", d.Note)
	if d.DocDate != dates.None && !plausibleDay(d.DocDate) {
		f.Add("docDate", "Ngày văn bản không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	}
	if d.EffectiveDate != dates.None && !plausibleDay(d.EffectiveDate) {
		f.Add("effectiveDate", "Ngày hiệu lực không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	}
	if d.LineTotal < 0 {
		f.Add("lineTotal", "Tổng số dòng của phụ lục không thể âm.")
	}
	d.Lines = make([]LineIn, 0, len(in.Lines))
	for i, l := range in.Lines {
		l.Duty, l.EndNote, l.Note = store.Clean(l.Duty), store.Clean(l.EndNote), store.Clean(l.Note)
		if l.Act != Thoi {
			l.Act = Giao
		}
		for field, text := range map[string]string{"duty": l.Duty, "endNote": l.EndNote, "note": l.Note} {
			if utf8.RuneCountInString(text) > longestText {
				f.Add(lineField(i, field), fmt.Sprintf("Dòng %d: nội dung dài quá 2.000 ký tự; hãy viết gọn lại.", i+1))
			}
		}
		d.Lines = append(d.Lines, l)
	}
	d.LineCount = len(d.Lines)
	d.Fold = store.Fold(d.NumberText() + " " + d.Issuer + " " + d.Subject)
	return d, f.Err()
}

// guardDecision refuses what was typed anew in a decision and looks like the data of a resident. It stands where a person
// types; a handover carries duties on that were judged when they were typed, and an import has looked through its rows.
func guardDecision(tx *store.Tx, in DecisionIn) error {
	var stored Decision
	if err := tx.Where("id = ?", in.ID).Limit(1).Find(&stored).Error; err != nil {
		return err
	}
	var f fault.Fields
	if err := guard.Texts(tx, &f, in.GuardReason, decisionTexts(in, stored)...); err != nil {
		return err
	}
	return f.Err()
}

// decisionTexts are the free texts of a decision, beside what is stored of it already.
func decisionTexts(d DecisionIn, stored Decision) []guard.Text {
	known := map[string]bool{}
	for _, l := range stored.Lines {
		known[l.Duty], known[l.EndNote], known[l.Note] = true, true, true
	}
	texts := []guard.Text{{Field: "subject", Text: store.CleanLine(d.Subject), Stored: stored.Subject},
		{Field: "note", Text: store.Clean(d.Note), Stored: stored.Note}}
	for i, l := range d.Lines {
		for _, t := range []guard.Text{{Field: "duty", Text: l.Duty}, {Field: "endNote", Text: l.EndNote}, {Field: "note", Text: l.Note}} {
			if t.Text = store.Clean(t.Text); t.Text != "" && !known[t.Text] {
				known[t.Text] = true // the same duty stands in many lines
				texts = append(texts, guard.Text{Field: lineField(i, t.Field), Text: t.Text})
			}
		}
	}
	return texts
}

// lineField names a cell of the annex grid for the page: row from 0, field.
func lineField(row int, field string) string { return fmt.Sprintf("lines.%d.%s", row, field) }

func findDecision(tx *store.Tx, id string) (Decision, error) {
	var d Decision
	err := tx.Where("id = ? AND deleted_at = ''", id).Take(&d).Error
	if store.Missing(err) {
		return Decision{}, fault.NotFound("Không còn quyết định này. Hãy tải lại danh sách.")
	}
	return d, err
}

// deleteDraft puts a draft into the bin; restoreDraft takes it out.
func deleteDraft(tx *store.Tx, id string) error {
	d, err := findDecision(tx, id)
	if err != nil {
		return err
	}
	if d.State == BanHanh {
		return fault.Conflict("Quyết định đã ban hành thì không xóa được. Nếu nhập nhầm, hãy thu hồi về dự thảo trước.")
	}
	tx.Audit(id, "Bỏ dự thảo quyết định “"+d.Subject+"” vào thùng rác.")
	return tx.Model(&d).Update("deleted_at", tx.NowText()).Error
}

func restoreDraft(tx *store.Tx, id string) error {
	done := tx.Model(&Decision{}).Where("id = ? AND deleted_at <> ''", id).Update("deleted_at", "")
	if done.Error == nil && done.RowsAffected == 0 {
		return fault.NotFound("Dự thảo này không còn trong thùng rác. Hãy tải lại danh sách.")
	}
	tx.Audit(id, "Lấy lại dự thảo quyết định từ thùng rác.")
	return done.Error
}
