package papers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Why a number is kept without a paper.
const (
	KeptSecret    = "mat"      // a secret paper, which shares the series (HD 05 II.I.3.1.1); nothing of it is written here
	KeptElsewhere = "noi_khac" // made and registered elsewhere
	KeptByMistake = "ghi_nham" // given and not used
)

var keptWords = map[string]string{
	KeptSecret:    "văn bản mật, không ghi nội dung ở đây",
	KeptElsewhere: "văn bản không lập ở đây",
	KeptByMistake: "số cấp nhầm, không có văn bản",
}

// mostReserved is how many numbers are kept in one go.
const mostReserved = 50

// Reserved is a number of a series kept for a paper that is not in the register, so that a gap is a gap.
type Reserved struct {
	ID            string        `gorm:"column:id;primaryKey" json:"id"`
	Form          document.Form `gorm:"column:form" json:"form"`
	IssuerID      string        `gorm:"column:issuer_id" json:"issuerId"`
	Issuer        string        `gorm:"column:issuer" json:"issuer"`
	IssuerKey     string        `gorm:"column:issuer_key" json:"-"`
	Series        string        `gorm:"column:series" json:"series"`
	SeriesKey     string        `gorm:"column:series_key" json:"-"`
	SpanKey       string        `gorm:"column:span_key" json:"-"`
	Number        int           `gorm:"column:number" json:"number"`
	Suffix        string        `gorm:"column:suffix" json:"suffix"`
	Symbol        string        `gorm:"column:symbol" json:"symbol"` // "12-BC/HU"
	Day           dates.Date    `gorm:"column:day" json:"day"`
	Cause         string        `gorm:"column:cause" json:"cause"` // mat, noi_khac, ghi_nham
	Note          string        `gorm:"column:note" json:"note"`
	CreatedAt     string        `gorm:"column:created_at" json:"createdAt"`
	CreatedBy     string        `gorm:"column:created_by" json:"createdBy"`
	ReleasedAt    string        `gorm:"column:released_at" json:"releasedAt"` // RFC 3339, UTC; "" = still kept
	ReleasedBy    string        `gorm:"column:released_by" json:"releasedBy"`
	ReleaseReason string        `gorm:"column:release_reason" json:"releaseReason"`
	Words         string        `gorm:"-" json:"words"` // why, in words
}

// TableName names the table for GORM.
func (Reserved) TableName() string { return "reserved_number" }

// why says for what a number is kept.
func (r Reserved) why() string { return document.JoinParts(": ", keptWords[r.Cause], r.Note) }

// ReserveInput keeps the numbers from Number to To for papers that are not made here.
type ReserveInput struct {
	Form        document.Form `json:"form"`
	IssuerID    string        `json:"issuerId"`
	Series      string        `json:"series"`
	TypeName    string        `json:"typeName"` // needed where two types print the same symbol
	Number      int           `json:"number"`
	To          int           `json:"to"` // last of several; 0 = only Number
	Suffix      string        `json:"suffix"`
	Day         dates.Date    `json:"day"`
	Cause       string        `json:"cause"`
	Note        string        `json:"note"`
	GuardReason string        `json:"guardReason"` // why marked text is kept
	Accepted    []string      `json:"accepted"`    // what a person was asked and accepted, see fault.Ask
}

// Reserve keeps numbers. Faults: invalid for what was typed wrongly, for a number that is taken, and for words about a secret paper;
// confirm for a number out of order.
func Reserve(tx *store.Tx, in ReserveInput) ([]Reserved, error) {
	key, issuer, err := seriesOfOutside(
		tx,
		OutsideInput{Form: in.Form, IssuerID: in.IssuerID, Series: in.Series, TypeName: in.TypeName},
	)
	if err != nil {
		return nil, err
	}
	in.Suffix, in.Note, in.To = strings.ToLower(store.CleanLine(in.Suffix)), store.Clean(in.Note), cmp.Or(in.To, in.Number)
	if err := in.check(tx); err != nil {
		return nil, err
	}
	series, err := OpenSeries(tx, key, in.Day)
	if err != nil {
		return nil, err
	}
	var f fault.Fields
	for n := in.Number; n <= in.To; n++ {
		if bad, _ := fault.Of(series.CheckNumber(n, in.Suffix, in.Day, false)); bad != nil {
			for field, message := range bad.Fields {
				f.Add(field, message)
			}
		}
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	if err := fault.Ask(series.WarnNumber(in.Number, in.Suffix, in.Day), in.Accepted); err != nil {
		return nil, err
	}
	list := []Reserved{}
	for n := in.Number; n <= in.To; n++ {
		r := Reserved{
			ID: store.NewID(), Form: series.Form, IssuerID: series.IssuerID, Issuer: issuer, IssuerKey: series.IssuerKey,
			Series: series.Series, SeriesKey: series.Run, SpanKey: series.SpanKey, Number: n, Suffix: in.Suffix,
			Symbol: document.SymbolText(series.Form, document.Numeral(n, in.Suffix), series.Series, series.Symbol),
			Day:    in.Day, Cause: in.Cause, Note: in.Note, CreatedAt: tx.NowText(), CreatedBy: tx.UserName,
		}
		if err := tx.Create(&r).Error; err != nil {
			return nil, err
		}
		r.Words = store.UpperFirst(r.why())
		tx.Audit(r.ID, "Giữ số "+r.Symbol+", ngày "+r.Day.Show()+": "+r.why()+"."+guard.Kept(in.GuardReason))
		list = append(list, r)
	}
	return list, nil
}

func (in ReserveInput) check(tx *store.Tx) error {
	var f fault.Fields
	switch {
	case !in.Day.Valid():
		f.Add("day", "Hãy ghi ngày của số giữ.")
	case in.Day > tx.Today:
		f.Add("day", "Ngày của số giữ ở sau hôm nay. Hãy ghi lại.")
	}
	switch {
	case in.To < in.Number:
		f.Add("to", "Số cuối phải bằng hoặc lớn hơn số đầu. Hãy ghi lại, hoặc để trống nếu chỉ giữ một số.")
	case in.To-in.Number >= mostReserved:
		f.Add("to", fmt.Sprintf("Một lần giữ nhiều nhất %d số. Hãy giữ từng phần.", mostReserved))
	case in.To > in.Number && in.Suffix != "":
		f.Add("suffix", "Số có chữ thì giữ từng số. Hãy bỏ chữ hoặc để trống số cuối.")
	}
	switch {
	case keptWords[in.Cause] == "":
		f.Add("cause", "Hãy chọn vì sao giữ số: văn bản mật, văn bản không lập ở đây, hoặc số cấp nhầm.")
	case in.Cause == KeptSecret && in.Note != "":
		f.Add("note", "Không ghi nội dung của văn bản mật ở đây. Hãy để trống ô này.")
	case in.Cause != KeptSecret && in.Note == "":
		f.Add("note", "Hãy ghi lý do, ví dụ “sổ riêng của Ban Tổ chức”.")
	case utf8.RuneCountInString(in.Note) > longestNote:
		f.Add("note", fmt.Sprintf("Phần này dài quá %d chữ. Hãy viết gọn lại.", longestNote))
	}
	if err := guard.Field(tx, &f, "note", in.Note, in.GuardReason); err != nil {
		return err
	}
	return f.Err()
}

var errNoReserved = fault.NotFound("Không tìm thấy số giữ này trong sổ văn bản đi.")

// FindReserved reads a kept number by its id or by its symbol "12-BC/HU". Faults: not_found; conflict for a symbol kept in several
// series.
func FindReserved(tx *store.Tx, idOrSymbol string) (Reserved, error) {
	var found []Reserved
	text := store.CleanLine(idOrSymbol)
	if err := tx.Where("(id = ? OR symbol = ?) AND released_at = ''", text, text).Order("day, id").Find(&found).Error; err != nil {
		return Reserved{}, err
	}
	switch len(found) {
	case 0:
		return Reserved{}, errNoReserved
	case 1:
		return found[0], nil
	}
	ids := make([]string, len(found))
	for i, r := range found {
		ids[i] = "ngày " + r.Day.Show() + " (mã " + r.ID + ")"
	}
	return Reserved{}, fault.Conflict("Số " + text + " đang giữ ở nhiều dãy số: " + strings.Join(ids, "; ") + ". Hãy ghi mã của số giữ.")
}

// Release gives a kept number free again; that it was kept stays in the list. Faults: not_found; conflict when it is free already;
// invalid ("reason").
func Release(tx *store.Tx, id, reason string) (Reserved, error) {
	var r Reserved
	err := tx.Where("id = ?", id).Take(&r).Error
	if store.Missing(err) {
		return Reserved{}, errNoReserved
	}
	if err != nil {
		return Reserved{}, err
	}
	reason = strings.TrimRight(store.Clean(reason), " .")
	var f fault.Fields
	switch {
	case r.ReleasedAt != "":
		return Reserved{}, fault.Conflict("Số " + r.Symbol + " đã bỏ giữ trước đó: " + r.ReleaseReason + ".")
	case reason == "":
		f.Add("reason", "Hãy ghi lý do bỏ giữ; việc đã giữ số vẫn lưu trong sổ.")
	case utf8.RuneCountInString(reason) > longestNote:
		f.Add("reason", fmt.Sprintf("Lý do dài quá %d chữ. Hãy viết gọn lại.", longestNote))
	}
	if err := guard.Strict(tx, &f, "reason", reason); err != nil {
		return Reserved{}, err
	}
	if err := f.Err(); err != nil {
		return Reserved{}, err
	}
	r.ReleasedAt, r.ReleasedBy, r.ReleaseReason = tx.NowText(), tx.UserName, reason
	r.Words = store.UpperFirst(r.why())
	tx.Audit(r.ID, "Bỏ giữ số "+r.Symbol+", ngày "+r.Day.Show()+": "+reason+".")
	return r, tx.Model(&Reserved{}).Where("id = ?", id).
		Updates(map[string]any{"released_at": r.ReleasedAt, "released_by": r.ReleasedBy, "release_reason": reason}).Error
}

// addReserved adds the numbers of the series that are kept.
func (s *seriesReader) addReserved(series *NumberSeries) error {
	var rows []Reserved
	err := s.tx.Where("form = ? AND issuer_key = ? AND series_key = ? AND span_key = ? AND released_at = ''",
		series.Form, series.IssuerKey, series.Run, series.SpanKey).Find(&rows).Error
	for _, r := range rows {
		label := r.Symbol + ", ngày " + r.Day.Show() + " (số giữ: " + r.why() + ")"
		series.taken = append(series.taken, TakenNumber{Number: r.Number, Suffix: r.Suffix, Day: r.Day, Label: label, ID: r.ID, Kept: true})
	}
	return err
}

// readReserved lists the kept numbers within the filter, those given free again among them, in the order of their days.
func (page *Page) readReserved(tx *store.Tx, f Filter) error {
	if f.Report != "" {
		return nil // a kept number is of no report
	}
	var rows []Reserved
	err := f.within(tx.Order("day, number, id")).Find(&rows).Error
	for _, r := range rows {
		r.Words = store.UpperFirst(r.why())
		text := store.Fold(r.Symbol + " " + r.Words)
		if !slices.ContainsFunc(strings.Fields(store.Fold(f.Text)), func(word string) bool { return !strings.Contains(text, word) }) {
			page.Reserved = append(page.Reserved, r)
		}
	}
	return err
}
