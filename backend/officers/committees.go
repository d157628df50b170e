package officers

import (
	"fmt"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Terms lists the terms of office, newest first.
func Terms(tx *store.Tx) ([]Term, error) {
	terms := []Term{}
	return terms, tx.Order("valid_from DESC, label").Find(&terms).Error
}

// TermStart is one way a term of a committee begins.
type TermStart struct {
	Code string `json:"code"`
	Word string `json:"word"`
}

// TermStarts are the days from which a committee numbers its papers anew (HD 05-HD/VPTW, II.I.3.1.1 b).
var TermStarts = []TermStart{
	{"be_mac_dai_hoi", "Ngày bế mạc đại hội"},
	{"hoi_nghi_thu_nhat", "Ngày khai mạc hội nghị cấp ủy lần thứ nhất, họp trong đại hội"},
	{"quyet_dinh", "Ngày quyết định chỉ định cấp ủy mới có hiệu lực"},
}

// TermStartWord is what a way of beginning is called; "" for one that does not exist.
func TermStartWord(code string) string {
	for _, start := range TermStarts {
		if start.Code == code {
			return start.Word
		}
	}
	return ""
}

// SaveTerm adds (empty ID) or corrects a term of office.
func SaveTerm(tx *store.Tx, in Term) (Term, error) {
	in.Label = store.CleanLine(in.Label)
	var f fault.Fields
	if in.Label == "" || utf8.RuneCountInString(in.Label) > 50 {
		f.Add("label", "Hãy nhập tên nhiệm kỳ, ví dụ: 2025–2030.")
	}
	if levelWords[in.Level] == "" {
		f.Add("level", "Hãy chọn cấp của cấp ủy: tỉnh, huyện hoặc xã.")
	}
	if in.Begins != "" && TermStartWord(in.Begins) == "" {
		f.Add(
			"begins",
			"Hãy chọn nhiệm kỳ bắt đầu từ khi nào: đại hội bế mạc, hội nghị cấp ủy lần thứ nhất, hoặc quyết định chỉ định có hiệu lực.",
		)
	}
	checkSpan(&f, "", dates.Span{From: in.ValidFrom, To: in.ValidTo}, true)
	if err := f.Err(); err != nil {
		return Term{}, err
	}
	if in.ID == "" {
		in.ID = store.NewID()
	} else if _, err := findTerm(tx, in.ID); err != nil {
		return Term{}, err
	}
	var outside int64
	err := tx.Model(&Membership{}).
		Where("term_id = ? AND (valid_from < ? OR (? <> '' AND valid_to > ?))", in.ID, in.ValidFrom, in.ValidTo, in.ValidTo).
		Count(&outside).
		Error
	if err != nil {
		return Term{}, err
	}
	if outside > 0 {
		return Term{}, fault.Invalid(
			"validFrom",
			fmt.Sprintf(
				"Có %d người tham gia cấp ủy ngoài khoảng thời gian này. Hãy sửa thời gian của họ trước, hoặc giữ nguyên nhiệm kỳ.",
				outside,
			),
		)
	}
	err = tx.Save(&in).Error
	if store.Duplicate(err) {
		return Term{}, fault.Invalid("label", "Nhiệm kỳ này của "+levelWords[in.Level]+" đã có trong danh sách.")
	}
	began := ""
	if in.Begins != "" {
		began = ", bắt đầu từ " + store.LowerFirst(TermStartWord(in.Begins)) + ", " + in.ValidFrom.Show()
	}
	tx.Audit(in.ID, "Ghi nhiệm kỳ "+in.Label+" "+levelWords[in.Level]+began+".")
	return in, err
}

func findTerm(tx *store.Tx, id string) (Term, error) {
	var term Term
	err := tx.Where("id = ?", id).Take(&term).Error
	if store.Missing(err) {
		return Term{}, fault.Invalid("termId", "Hãy chọn nhiệm kỳ trong danh sách.")
	}
	return term, err
}

// SaveSeat adds (empty ID) or corrects a committee seat.
func SaveSeat(tx *store.Tx, in Membership) (Membership, error) {
	officer, err := find(tx, in.OfficerID)
	if err != nil {
		return Membership{}, err
	}
	term, err := findTerm(tx, in.TermID)
	if err != nil {
		return Membership{}, err
	}
	in.Position = store.CleanLine(in.Position)
	if in.ValidFrom == dates.None {
		in.ValidFrom = term.ValidFrom
	}
	if in.ValidTo == dates.None {
		in.ValidTo = term.ValidTo
	}
	span := dates.Span{From: in.ValidFrom, To: in.ValidTo}
	var f fault.Fields
	if in.Body.Word() == "" {
		f.Add("body", "Hãy chọn: Thường trực, Ban Thường vụ, Ban Chấp hành hoặc Ủy ban Kiểm tra.")
	}
	if utf8.RuneCountInString(in.Position) > longestLine {
		f.Add("position", "Chức danh dài quá 200 ký tự; hãy viết gọn lại.")
	}
	if in.Rank < 0 || in.Rank >= NoRank {
		f.Add("rank", "Thứ tự là số từ 1 đến 998; để trống nếu không xếp.")
	}
	checkSpan(&f, "", span, true)
	if f.Err() == nil && (span.From < term.ValidFrom || term.ValidTo != dates.None && (span.To == dates.None || span.To > term.ValidTo)) {
		f.Add(
			"validFrom",
			"Thời gian tham gia phải nằm trong nhiệm kỳ "+term.Label+" ("+dates.Span{From: term.ValidFrom, To: term.ValidTo}.Show()+").",
		)
	}
	if err := f.Err(); err != nil {
		return Membership{}, err
	}
	if in.ID == "" {
		in.ID = store.NewID()
	} else if err := tx.Where("id = ? AND officer_id = ?", in.ID, in.OfficerID).Take(&Membership{}).Error; store.Missing(err) {
		return Membership{}, errNoSeat
	} else if err != nil {
		return Membership{}, err
	}
	var others []Membership
	if err := tx.Where("officer_id = ? AND body = ? AND id <> ?", in.OfficerID, in.Body, in.ID).Find(&others).Error; err != nil {
		return Membership{}, err
	}
	for _, other := range others {
		otherTerm, err := findTerm(tx, other.TermID)
		if err != nil {
			return Membership{}, err
		}
		if otherTerm.Level == term.Level && span.Overlaps(dates.Span{From: other.ValidFrom, To: other.ValidTo}) {
			return Membership{}, fault.Invalid(
				"validFrom",
				fmt.Sprintf(
					"Đồng chí đã tham gia %s nhiệm kỳ %s trong thời gian này; hãy sửa dòng đã có.",
					in.Body.Word(),
					otherTerm.Label,
				),
			)
		}
	}
	tx.Audit(officer.ID, fmt.Sprintf("Ghi %s tham gia %s nhiệm kỳ %s.", officer.FullName, in.Body.Word(), term.Label))
	return in, tx.Save(&in).Error
}

var errNoSeat = fault.NotFound("Không còn dòng cấp ủy này. Hãy tải lại trang.")

func deleteSeat(tx *store.Tx, id string) (string, error) {
	var seat Membership
	err := tx.Where("id = ?", id).Take(&seat).Error
	if store.Missing(err) {
		return "", errNoSeat
	}
	if err != nil {
		return "", err
	}
	officer, err := find(tx, seat.OfficerID)
	if err != nil {
		return "", err
	}
	tx.Audit(officer.ID, "Xóa dòng "+seat.Body.Word()+" ghi nhầm của cán bộ "+officer.FullName+".")
	return officer.ID, tx.Delete(&seat).Error
}

// Seated lists the officers who hold a seat in a body of the committee on a day, in the order of the body. level is that of
// the committee: tinh, huyen, xa.
func Seated(tx *store.Tx, body Body, level string, day dates.Date) ([]string, error) {
	ids := []string{}
	err := tx.Raw(`SELECT m.officer_id FROM committee_member m JOIN term t ON t.id = m.term_id
JOIN officer o ON o.id = m.officer_id AND o.deleted_at = ''
		WHERE m.body = ? AND t.level = ? AND m.valid_from <= ? AND (m.valid_to = '' OR m.valid_to > ?)
		ORDER BY CASE WHEN m.rank > 0 THEN m.rank ELSE ? END, o.sort_key, o.id`, body, level, day, day, NoRank).
		Scan(&ids).
		Error
	return ids, err
}
