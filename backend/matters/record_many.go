package matters

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// ManyStatements is a list of statements to record together, each with one matter.
type ManyStatements struct {
	Rows []RecordInput `json:"rows"`
	// GuardReason is why text that looks like a person's data is saved all the same, a code: for the rows whose text does.
	GuardReason string `json:"guardReason"`
}

// mostMany is the longest list recorded at once by hand.
const mostMany = 1000

// RecordMany records a list of statements in their order, all of them or none. What is in the register already, word for word
// of the same place and day, is refused, so that a list pasted twice counts nothing twice. Refusals name "rows.N.field".
func RecordMany(tx *store.Tx, in ManyStatements) ([]Row, error) {
	if len(in.Rows) == 0 || len(in.Rows) > mostMany {
		return nil, fault.New(fault.CodeInvalid, "Mỗi lần thêm được từ 1 đến 1.000 kiến nghị; danh sách dài hơn hãy dán từng phần.")
	}
	rows, marked := []Row{}, false
	err := fault.Each(len(in.Rows), func(i int) error {
		row := in.Rows[i]
		if len(row.Items) != 1 {
			return fault.Invalid("items", "Mỗi dòng ghi một kiến nghị.")
		}
		item := &row.Items[0]
		found, err := guard.Check(tx, item.Summary+"\n"+item.Proposal)
		if err != nil {
			return err
		}
		item.GuardReason = ""
		if len(found) > 0 {
			item.GuardReason, marked = in.GuardReason, true
		}
		if err := refuseTwin(tx, row); err != nil {
			return err
		}
		out, err := RecordStatement(tx, row)
		rows = append(rows, out.Items...)
		return err
	})
	if e, ok := fault.Of(err); ok && marked && in.GuardReason == "" {
		e.Fields["guardReason"] = "Hãy viết lại chỗ được nhắc, hoặc chọn lý do giữ nguyên."
	}
	return rows, err
}

// refuseTwin refuses a statement that is recorded already.
func refuseTwin(tx *store.Tx, in RecordInput) error {
	var twins []Matter
	err := tx.Where("place_id = ? AND raised_on = ? AND summary = ? AND state <> ?",
		in.PlaceID, in.RaisedOn, store.Clean(in.Items[0].Summary), OutOfScope).Limit(1).Find(&twins).Error
	if err != nil || len(twins) == 0 {
		return err
	}
	return fault.Invalid("items.0.summary", fmt.Sprintf(
		"Nơi này đã nêu đúng nội dung này trong ngày đó: kiến nghị số %s. Hãy bỏ dòng này.", twins[0].No()))
}
