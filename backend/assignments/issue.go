package assignments

import (
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm/clause"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Issue stores a decision and brings its lines into force, all of them or none (story 9). Every bad line is named by row
// and field: "lines.3.targetId". The exchange and the sample office use it too. Faults: invalid; not_found when the draft is
// gone; conflict when it was issued already.
func Issue(tx *store.Tx, in DecisionIn) (Decision, error) {
	d, err := prepare(tx, in)
	if err != nil {
		return Decision{}, err
	}
	var f fault.Fields
	if err := checkHead(tx, &f, d); err != nil {
		return Decision{}, err
	}
	ch, err := newChange(tx, d)
	if err != nil {
		return Decision{}, err
	}
	ch.checkLines(&f)
	if err := ch.checkEndsWithoutSuccessor(tx, &f); err != nil {
		return Decision{}, err
	}
	if err := joinFaults(&f, len(d.Lines)); err != nil {
		return Decision{}, err
	}
	d.State, d.Lines = BanHanh, ch.lines
	if err := tx.Save(&d).Error; err != nil {
		return Decision{}, err
	}
	if err := ch.store(tx); err != nil {
		return Decision{}, err
	}
	passed, err := ch.transfers(tx)
	if err != nil {
		return Decision{}, err
	}
	if err := runMoveHooks(tx, d.ID, passed); err != nil {
		return Decision{}, err
	}
	tx.Audit(d.ID, fmt.Sprintf("Ban hành quyết định %s ngày %s: %d dòng.", d.NumberText(), d.DocDate.Show(), len(d.Lines)))
	return d, nil
}

// checkHead checks what an issued decision has to have.
func checkHead(tx *store.Tx, f *fault.Fields, d Decision) error {
	if d.Number == "" {
		f.Add("number", "Hãy nhập số của quyết định trước khi ban hành.")
	}
	if d.DocDate == dates.None {
		f.Add("docDate", "Hãy nhập ngày của quyết định trước khi ban hành.")
	}
	if d.Issuer == "" {
		f.Add("issuer", "Hãy nhập cơ quan ban hành, ví dụ: Ban Thường vụ Đảng ủy.")
	}
	if d.EffectiveDate == dates.None {
		f.Add("effectiveDate", "Hãy nhập ngày quyết định có hiệu lực.")
	}
	switch {
	case len(d.Lines) == 0:
		f.Add("lines", "Quyết định chưa có dòng nào; hãy nhập phụ lục.")
	case d.LineTotal == 0:
		f.Add("lineTotal", "Hãy nhập tổng số dòng ghi trên phụ lục để đối chiếu.")
	case d.LineTotal != len(d.Lines):
		f.Add("lineTotal", fmt.Sprintf("Phụ lục ghi %d dòng nhưng đã nhập %d dòng; hãy rà lại cho khớp.", d.LineTotal, len(d.Lines)))
	}
	if d.Number == "" || d.DocDate == dates.None {
		return nil
	}
	var same int64
	err := tx.Model(&Decision{}).
		Where("id <> ? AND deleted_at = '' AND state = ? AND number = ? AND symbol = ? AND doc_date LIKE ? AND issuer = ?",
			d.ID, BanHanh, d.Number, d.Symbol, string(d.DocDate[:4])+"%", d.Issuer).
		Count(&same).
		Error
	if same > 0 {
		f.Add(
			"number",
			fmt.Sprintf(
				"Quyết định số %s năm %d của %s đã có trong sổ; hãy kiểm tra lại số hoặc mở quyết định đã có.",
				d.NumberText(),
				d.DocDate.Year(),
				d.Issuer,
			),
		)
	}
	return err
}

// joinFaults gives the messages as one error; when they are many, the sentence names the rows instead of repeating all.
func joinFaults(f *fault.Fields, total int) error {
	err := f.Err()
	e, ok := fault.Of(err)
	if !ok || len(e.Fields) <= 3 {
		return err
	}
	var rows []int
	for field := range e.Fields {
		var row int
		if n, _ := fmt.Sscanf(field, "lines.%d.", &row); n == 1 && !slices.Contains(rows, row+1) {
			rows = append(rows, row+1)
		}
	}
	slices.Sort(rows)
	shown := make([]string, 0, 10)
	for _, row := range rows[:min(len(rows), 10)] {
		shown = append(shown, fmt.Sprint(row))
	}
	e.Message = fmt.Sprintf("Chưa ban hành được, chưa có gì thay đổi: còn %d chỗ cần sửa.", len(e.Fields))
	if len(rows) > 0 {
		e.Message += fmt.Sprintf(
			" Xem các dòng: %s%s (trong %d dòng).",
			strings.Join(shown, ", "),
			map[bool]string{true: "…"}[len(rows) > 10],
			total,
		)
	}
	return e
}

// store writes the assignments a checked change starts and ends.
func (ch *change) store(tx *store.Tx) error {
	for _, a := range ch.ended {
		if err := tx.Save(a).Error; err != nil {
			return err
		}
	}
	if len(ch.started) == 0 {
		return nil
	}
	// A decision withdrawn and issued again brings its own rows back instead of making new ones.
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(ch.started, 100).Error
}
