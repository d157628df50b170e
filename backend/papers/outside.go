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

// RecordFromOutside notes a paper written elsewhere in the series it bears a number of.
func RecordFromOutside(tx *store.Tx, in OutsideInput) (Issued, error) {
	line, issuer, err := lineOf(tx, in)
	if err != nil {
		return Issued{}, err
	}
	if err := in.check(tx); err != nil {
		return Issued{}, err
	}
	b, err := OpenBook(tx, line, in.Day)
	if err != nil {
		return Issued{}, err
	}
	if err := b.Refuse(in.Number, in.Suffix, in.Day, true); err != nil {
		return Issued{}, err
	}
	p, err := record(
		tx,
		b,
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
	for _, typed := range []struct{ field, text string }{{"subject", in.Subject}, {"note", in.Note}, {"recipients", strings.Join(in.Recipients, "\n")}} {
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

// lineOf finds the series and the name of the body of a paper from outside.
func lineOf(tx *store.Tx, in OutsideInput) (Line, string, error) {
	line := Line{Form: cmp.Or(in.Form, document.FormParty), IssuerID: in.IssuerID, Series: store.CleanLine(in.Series)}
	if utf8.RuneCountInString(line.Series) > 20 || strings.ContainsAny(line.Series, "/- ") {
		return line, "", fault.Invalid("series", "Ký hiệu loại văn bản chỉ gồm chữ viết tắt, ví dụ BC, TB, QĐ. Hãy ghi lại.")
	}
	if line.Form != document.FormParty && line.Form != document.FormState && line.Form != document.FormFront {
		return line, "", fault.Invalid("form", "Thể thức phải là của Đảng, của Nhà nước hoặc của Mặt trận. Hãy chọn lại.")
	}
	if line.Series == "" && line.Form.IsParty() {
		return line, "", fault.Invalid("series", "Hãy ghi ký hiệu loại văn bản, ví dụ BC, TB, CV.")
	}
	body, err := IssuerOf(tx, in.IssuerID, line.Form)
	line.IssuerID, line.Symbol = body.Key(), body.Symbol
	return line, cmp.Or(body.Name, body.Head), err
}

// Withdraw marks an issued paper as cancelled. The paper and its number stay.
func Withdraw(tx *store.Tx, id, reason string) (Issued, error) {
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
	if err := guard.Field(tx, &f, "reason", reason, ""); err != nil {
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
