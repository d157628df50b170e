package papers

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Longest texts of the register, in characters, and counts.
const (
	longestLine    = 200
	longestSubject = 500
	longestNote    = 1000
	mostRecipients = 60
	mostCopies     = 9999
)

// RecordFromOutside notes a paper written elsewhere, so that the number it bears is taken. Faults: invalid for what was typed
// wrongly, for a number that is taken, and for a text the guard marks that comes without a reason.
func RecordFromOutside(tx *store.Tx, in OutsideInput) (Issued, error) {
	key, issuer, err := seriesOfOutside(tx, in)
	if err != nil {
		return Issued{}, err
	}
	if err := in.check(tx); err != nil {
		return Issued{}, err
	}
	series, err := OpenSeries(tx, key, in.Day)
	if err != nil {
		return Issued{}, err
	}
	if err := series.CheckNumber(in.Number, in.Suffix, in.Day, true); err != nil {
		return Issued{}, err
	}
	p, err := record(
		tx,
		series,
		Issued{
			Origin:     FromOutside,
			Issuer:     issuer,
			Number:     in.Number,
			Suffix:     in.Suffix,
			Day:        in.Day,
			TypeName:   in.TypeName,
			Subject:    in.Subject,
			Signer:     in.Signer,
			Recipients: in.Recipients,
			Copies:     in.Copies,
			Pages:      in.Pages,
			Note:       in.Note,
			Reason:     guard.Kept(in.GuardReason),
		},
	)
	if err != nil {
		return Issued{}, err
	}
	tx.Audit(p.ID, "Ghi văn bản soạn ngoài chương trình: "+p.Symbol+", ngày "+p.Day.Show()+".")
	return p, nil
}

// check cleans the typed texts and refuses what cannot stand in the register.
func (in *OutsideInput) check(tx *store.Tx) error {
	var f fault.Fields
	for _, line := range []*string{&in.TypeName, &in.Subject, &in.Signer, &in.Suffix} {
		*line = store.CleanLine(*line)
	}
	in.Note = store.Clean(in.Note)
	if !in.Day.Valid() {
		f.Add("day", "Hãy ghi ngày của văn bản.")
	} else if in.Day > tx.Today {
		f.Add("day", "Ngày của văn bản ở sau hôm nay. Hãy ghi lại.")
	}
	if in.Subject == "" {
		f.Add("subject", "Hãy ghi trích yếu của văn bản.")
	}
	long := func(field, text string, most int) {
		if utf8.RuneCountInString(text) > most {
			f.Add(field, fmt.Sprintf("Phần này dài quá %d chữ. Hãy viết gọn lại.", most))
		}
	}
	long("typeName", in.TypeName, longestLine)
	long("subject", in.Subject, longestSubject)
	long("signer", in.Signer, longestLine)
	long("note", in.Note, longestNote)
	in.Recipients = CleanList(in.Recipients)
	if len(in.Recipients) > mostRecipients {
		f.Add("recipients", fmt.Sprintf("Nơi nhận có quá %d dòng. Hãy gộp lại.", mostRecipients))
	}
	for _, to := range in.Recipients {
		long("recipients", to, longestLine)
	}
	for field, n := range map[string]int{"copies": in.Copies, "pages": in.Pages} {
		if n < 0 || n > mostCopies {
			f.Add(field, fmt.Sprintf("Hãy ghi một số từ 0 đến %d.", mostCopies))
		}
	}
	for _, typed := range []struct{ field, text string }{
		{"subject", in.Subject}, {"note", in.Note}, {"recipients", strings.Join(in.Recipients, "\n")},
	} {
		if err := guard.Field(tx, &f, typed.field, typed.text, in.GuardReason); err != nil {
			return err
		}
	}
	return f.Err()
}

// CleanList brings a typed list to what is kept: each entry one line without its dash and end mark, empty ones left out.
func CleanList(list []string) []string {
	out := []string{}
	for _, item := range list {
		if item = strings.TrimRight(strings.TrimLeft(store.CleanLine(item), "-–+ "), " ;,."); item != "" {
			out = append(out, item)
		}
	}
	return out
}

// seriesOfOutside finds the series and the name of the body of a paper from outside.
func seriesOfOutside(tx *store.Tx, in OutsideInput) (SeriesKey, string, error) {
	key := SeriesKey{
		Form:     cmp.Or(in.Form, document.FormParty),
		IssuerID: in.IssuerID,
		Series:   store.CleanLine(in.Series),
		Type:     store.CleanLine(in.TypeName),
	}
	if utf8.RuneCountInString(key.Series) > 20 || strings.ContainsAny(key.Series, "/- ") {
		return key, "", fault.Invalid("series", "Ký hiệu loại văn bản chỉ gồm chữ viết tắt, ví dụ BC, TB, QĐ. Hãy ghi lại.")
	}
	if key.Form != document.FormParty && key.Form != document.FormState && key.Form != document.FormFront {
		return key, "", fault.Invalid("form", "Thể thức phải là của Đảng, của Nhà nước hoặc của Mặt trận. Hãy chọn lại.")
	}
	if key.Series == "" && key.Form.IsParty() {
		return key, "", fault.Invalid("series", "Hãy ghi ký hiệu loại văn bản, ví dụ BC, TB, CV.")
	}
	body, err := IssuerOf(tx, in.IssuerID, key.Form)
	key.IssuerID, key.Symbol = body.Key(), body.Symbol
	return key, cmp.Or(body.Name, body.Head), err
}

// CancelPaper marks an issued paper as cancelled. The paper and its number stay. Faults: not_found; conflict when it is
// cancelled already; invalid ("reason").
func CancelPaper(tx *store.Tx, id, reason string) (Issued, error) {
	p, err := Get(tx, id)
	if err != nil {
		return Issued{}, err
	}
	reason = store.Clean(reason)
	var f fault.Fields
	switch {
	case p.CancelledAt != "":
		return Issued{}, fault.Conflict("Văn bản " + p.Symbol + " đã ghi hủy trước đó: " + p.CancelReason + ".")
	case reason == "":
		f.Add("reason", "Hãy ghi lý do hủy; số của văn bản vẫn giữ, không dùng lại.")
	case utf8.RuneCountInString(reason) > longestNote:
		f.Add("reason", fmt.Sprintf("Lý do dài quá %d chữ. Hãy viết gọn lại.", longestNote))
	}
	if err := guard.Strict(tx, &f, "reason", reason); err != nil {
		return Issued{}, err
	}
	if err := f.Err(); err != nil {
		return Issued{}, err
	}
	p.CancelledAt, p.CancelReason = tx.NowText(), strings.TrimRight(reason, " .")
	err = tx.Model(&Issued{}).
		Where("id = ?", id).
		Updates(map[string]any{"cancelled_at": p.CancelledAt, "cancel_reason": p.CancelReason}).
		Error
	tx.Audit(p.ID, "Ghi hủy văn bản "+p.Symbol+", ngày "+p.Day.Show()+": "+p.CancelReason+".")
	return p, err
}
