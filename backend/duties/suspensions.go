package duties

import (
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// SuspensionInput is a suspension as typed. Domain story 25: it needs a paper or a reason somebody signs for.
type SuspensionInput struct {
	ID          string     `json:"id"`
	ScopeUnitID string     `json:"scopeUnitId"`
	Activity    Activity   `json:"activity"`
	ValidFrom   dates.Date `json:"validFrom"`
	ValidTo     dates.Date `json:"validTo"` // exclusive
	Reason      string     `json:"reason"`
	Source      string     `json:"source"`
	GuardReason string     `json:"guardReason"` // why marked words are kept, see guard.Reasons
}

// SuspensionView is a suspension as lists show it.
type SuspensionView struct {
	Suspension
	ScopeLabel   string `json:"scopeLabel"`   // "Toàn bộ địa bàn" when everywhere
	ActivityWord string `json:"activityWord"` // "Mọi loại cuộc họp" when all
	SpanText     string `json:"spanText"`
}

// SuspensionList is the answer to Suspensions.
type SuspensionList struct {
	Items []SuspensionView `json:"items"`
	Total int              `json:"total"`
}

const (
	lineLimit = 300
	spanLimit = 366 * 3 // a longer pause is an end of the rule
)

func listSuspensions(tx *store.Tx, span dates.Span) (SuspensionList, error) {
	out := SuspensionList{Items: []SuspensionView{}}
	query := tx.Order("valid_from DESC, id")
	if span.From != dates.None {
		query = query.Where("valid_to > ?", span.From)
	}
	if span.To != dates.None {
		query = query.Where("valid_from < ?", span.To)
	}
	var rows []Suspension
	if err := query.Find(&rows).Error; err != nil {
		return out, err
	}
	for _, r := range rows {
		v, err := viewSuspension(tx, r)
		if err != nil {
			return out, err
		}
		out.Items = append(out.Items, v)
	}
	out.Total = len(out.Items)
	return out, nil
}

func viewSuspension(tx *store.Tx, r Suspension) (SuspensionView, error) {
	v := SuspensionView{Suspension: r, ScopeLabel: "Toàn bộ địa bàn", ActivityWord: "Mọi loại cuộc họp", SpanText: r.Span().Show()}
	if r.Activity != "" {
		v.ActivityWord = r.Activity.Word()
	}
	if r.ScopeUnitID != "" {
		refs, err := units.Refs(tx, []string{r.ScopeUnitID}, r.ValidFrom)
		if err != nil {
			return v, err
		}
		v.ScopeLabel = refs[r.ScopeUnitID].Label
	}
	return v, nil
}

// SaveSuspension adds or corrects a suspension, or refuses it with a sentence for each field.
func SaveSuspension(tx *store.Tx, in SuspensionInput) (SuspensionView, error) {
	row := Suspension{ID: in.ID, ScopeUnitID: in.ScopeUnitID, Activity: in.Activity, ValidFrom: in.ValidFrom, ValidTo: in.ValidTo,
		Reason: store.CleanLine(in.Reason), Source: store.CleanLine(in.Source), CreatedAt: tx.NowText()}
	var f fault.Fields
	if row.Activity != "" && row.Activity.Word() == "" {
		f.Add("activity", "Không có loại cuộc họp này; hãy chọn trong danh sách, hoặc chọn mọi loại.")
	}
	checkDays(&f, row.ValidFrom, row.ValidTo, true)
	if row.Reason == "" {
		f.Add("reason", "Hãy ghi lý do tạm dừng, ví dụ: lũ lụt, dịch bệnh, nghỉ Tết.")
	}
	f.LimitText("reason", "Nội dung", row.Reason, lineLimit)
	f.LimitText("source", "Nội dung", row.Source, lineLimit)
	if row.Span().Days() > spanLimit {
		f.Add("validTo", "Thời gian tạm dừng dài quá 3 năm; hãy kiểm tra lại ngày, hoặc kết thúc nhiệm vụ định kỳ.")
	}
	if row.ScopeUnitID != "" {
		if _, err := units.Get(tx, row.ScopeUnitID, tx.Today); fault.Is(err, fault.CodeNotFound) {
			f.Add("scopeUnitId", "Không còn đơn vị này; hãy chọn lại.")
		} else if err != nil {
			return SuspensionView{}, err
		}
	}
	var old Suspension
	if err := tx.Where("id = ?", row.ID).Limit(1).Find(&old).Error; err != nil {
		return SuspensionView{}, err
	}
	if err := guard.Texts(tx, &f, in.GuardReason, guard.Text{Field: "reason", Text: row.Reason, Stored: old.Reason},
		guard.Text{Field: "source", Text: row.Source, Stored: old.Source}); err != nil {
		return SuspensionView{}, err
	}
	if err := f.Err(); err != nil {
		return SuspensionView{}, err
	}
	if row.ID == "" {
		row.ID = store.NewID()
	} else if err := creationOfSuspension(tx, row.ID, &row.CreatedAt); err != nil {
		return SuspensionView{}, err
	}
	if err := tx.Save(&row).Error; err != nil {
		return SuspensionView{}, err
	}
	v, err := viewSuspension(tx, row)
	tx.Audit(row.ID, "Ghi tạm dừng "+row.Span().Show()+", "+v.ScopeLabel+": "+row.Reason+"."+guard.Kept(in.GuardReason))
	return v, err
}

func creationOfSuspension(tx *store.Tx, id string, createdAt *string) error {
	var old Suspension
	err := tx.Where("id = ?", id).Take(&old).Error
	if store.Missing(err) {
		return fault.NotFound("Không còn lần tạm dừng này. Hãy tải lại danh sách.")
	}
	*createdAt = old.CreatedAt
	return err
}

func deleteSuspension(tx *store.Tx, id string) error {
	var created string
	if err := creationOfSuspension(tx, id, &created); err != nil {
		return err
	}
	tx.Audit(id, "Bỏ một lần tạm dừng.")
	return tx.Delete(&Suspension{}, "id = ?", id).Error
}

// checkDays refuses days that do not exist or stand in the wrong order.
func checkDays(f *fault.Fields, from, to dates.Date, closed bool) {
	if !from.Valid() || from.Year() < 1900 || from.Year() > 2100 {
		f.Add("validFrom", "Hãy nhập ngày bắt đầu, ví dụ 01/01/2026.")
	}
	switch {
	case to == dates.None && closed:
		f.Add("validTo", "Hãy nhập ngày kết thúc.")
	case to != dates.None && (!to.Valid() || to.Year() > 2100):
		f.Add("validTo", "Ngày kết thúc không hợp lệ; hãy nhập lại, ví dụ 31/12/2026.")
	case to != dates.None && to <= from:
		f.Add("validTo", "Ngày kết thúc phải sau ngày bắt đầu; hãy sửa lại một trong hai ngày.")
	}
}
