package matters

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// The clocks, named after the leg of a matter they measure, and the quotas. The codes are stored.
const (
	ClockHandling   = "C1"        // received → passed on, taken in hand or answered
	ClockNotice     = "C2"        // received → notice that it is accepted or passed on
	ClockReply      = "C3"        // passed on → reply
	ClockConveyance = "C4"        // reply → told back
	ClockRecheck    = "C5"        // answer that it is settled → looked at again at the place
	AnnounceRule    = "BAO_TRUOC" // a dialogue is announced so many days before
	PublishRule     = "CONG_BO"   // and its result published so many days after
	DialogueRule    = "DOI_THOAI"
)

// Units of rules.
const (
	WorkingDays = "ngay_lam_viec"
	Days        = "ngay"
	TimesMonth  = "lan_thang"
	TimesYear   = "lan_nam"
)

// ruleNames say what each rule is about, in the order shown.
var ruleNames = store.Words{
	store.NewWord(ClockHandling, "Từ khi tiếp nhận đến khi chuyển, tự xử lý hoặc trả lời"),
	store.NewWord(ClockNotice, "Từ khi tiếp nhận đến khi có thông báo tiếp nhận"),
	store.NewWord(ClockReply, "Từ khi chuyển đến khi có trả lời (khi văn bản không ấn định)"),
	store.NewWord(ClockConveyance, "Từ khi có trả lời đến khi phản hồi về cơ sở"),
	store.NewWord(ClockRecheck, "Từ khi giải quyết xong đến khi xem lại tại cơ sở"),
	store.NewWord(AnnounceRule, "Thông báo trước ngày đối thoại"), store.NewWord(PublishRule, "Công bố kết quả sau đối thoại"),
	store.NewWord("TIEP_DAN_XA", "Tiếp dân của người đứng đầu cấp xã"),
	store.NewWord("TIEP_DAN_HUYEN", "Tiếp dân của người đứng đầu cấp huyện"),
	store.NewWord("TIEP_DAN_TINH", "Tiếp dân của người đứng đầu cấp tỉnh"), store.NewWord(DialogueRule, "Đối thoại của người đứng đầu"),
}

// Rule is a term or quota valid for a time, with the document it comes from.
type Rule struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	Code      string     `gorm:"column:code" json:"code"`
	Amount    int        `gorm:"column:amount" json:"amount"` // 0 = chưa ấn định
	Unit      string     `gorm:"column:unit" json:"unit"`
	Source    string     `gorm:"column:source" json:"source"` // the document, or dates.SourceDefault
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"`
	Name      string     `gorm:"-" json:"name"`
	UnitWord  string     `gorm:"-" json:"unitWord"`
	Default   bool       `gorm:"-" json:"default"` // no document says so
}

// TableName names the table for GORM.
func (Rule) TableName() string { return "matter_rule" }

func (r Rule) span() dates.Span { return dates.Span{From: r.ValidFrom, To: r.ValidTo} }

// RuleInput changes a rule from a day on.
type RuleInput struct {
	Code      string     `json:"code"`
	Amount    int        `json:"amount"`
	Source    string     `json:"source"` // "" = mặc định, chưa có văn bản
	ValidFrom dates.Date `json:"validFrom"`
}

// Rules lists every rule, each code's versions in order.
func Rules(tx *store.Tx) ([]Rule, error) {
	var all []Rule
	if err := tx.Order("code, valid_from").Find(&all).Error; err != nil {
		return nil, err
	}
	out := []Rule{}
	for _, name := range ruleNames {
		for _, r := range all {
			if r.Code == name.Code {
				r.Name, r.UnitWord, r.Default = name.Word, words.ruleUnits.Of(r.Unit), r.Source == dates.SourceDefault
				out = append(out, r)
			}
		}
	}
	return out, nil
}

func saveRule(tx *store.Tx, in RuleInput) ([]Rule, error) {
	in.Source = store.CleanLine(in.Source)
	if in.Source == "" {
		in.Source = dates.SourceDefault
	}
	if in.ValidFrom == dates.None {
		in.ValidFrom = tx.Today
	}
	var f fault.Fields
	if ruleNames.Of(in.Code) == "" {
		f.Add("code", "Hãy chọn thời hạn cần sửa.")
	}
	if in.Amount < 0 || in.Amount > 365 {
		f.Add("amount", "Số ngày (số lần) phải từ 0 đến 365; 0 là chưa ấn định.")
	}
	if !in.ValidFrom.Valid() {
		f.Add("validFrom", "Ngày áp dụng không hợp lệ. Hãy nhập ngày/tháng/năm.")
	}
	f.LimitText("source", "Nội dung", in.Source, lineLimit)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var last Rule
	if err := tx.Where("code = ? AND valid_to = ''", in.Code).Take(&last).Error; err != nil {
		return nil, err
	}
	if in.ValidFrom < last.ValidFrom {
		return nil, fault.Invalid(
			"validFrom",
			fmt.Sprintf("Đã có quy định áp dụng từ %s; ngày áp dụng mới phải từ ngày đó trở đi.", last.ValidFrom.Show()),
		)
	}
	next := last
	next.Amount, next.Source = in.Amount, in.Source
	if in.ValidFrom == last.ValidFrom {
		if err := tx.Save(&next).Error; err != nil {
			return nil, err
		}
	} else {
		if err := tx.Model(&Rule{}).Where("id = ?", last.ID).Update("valid_to", in.ValidFrom).Error; err != nil {
			return nil, err
		}
		next.ID, next.ValidFrom = store.NewID(), in.ValidFrom
		if err := tx.Create(&next).Error; err != nil {
			return nil, err
		}
	}
	cause := fmt.Sprintf("Sửa thời hạn %s: %d %s, từ %s.", in.Code, in.Amount, words.ruleUnits.Of(next.Unit), in.ValidFrom.Show())
	moved, err := Recompute(tx, cause)
	if err != nil {
		return nil, err
	}
	tx.Audit(next.ID, strings.TrimSpace(cause+" "+moved))
	return Rules(tx)
}
