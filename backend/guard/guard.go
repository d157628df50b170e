// Package guard marks what in a text looks like the data of a person of the place: a name, a telephone number, a number of
// identity, insurance or account, a date of birth, a house, a land parcel, a belief, an illness or a record tied to a person.
// Texts of this program speak of matters and places; names of officers and of places pass. Rooms call it where texts are
// typed, imported and printed.
package guard

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Kinds of findings.
const (
	IDNumber = "SO_GIAY_TO"
	Phone    = "SO_DIEN_THOAI"
	Name     = "TEN_NGUOI"
	Birth    = "NGAY_SINH"
	Land     = "THUA_DAT"
	Belief   = "TON_GIAO_DAN_TOC"
	Health   = "SUC_KHOE"
	Record   = "TIEN_AN"
	Address  = "DIA_CHI"
	Account  = "TAI_KHOAN"
	Plate    = "BIEN_SO"
	Mail     = "THU_DIEN_TU"
	Network  = "MANG_XA_HOI"
)

// sentences tell what to write instead.
var sentences = map[string]string{
	IDNumber: "giống số giấy tờ tùy thân, thẻ hoặc sổ bảo hiểm; hãy bỏ số này",
	Phone:    "giống số điện thoại; hãy bỏ số này",
	Name:     "giống tên người dân; hãy viết “một hộ”, “người dân” hoặc tên tổ, ấp",
	Birth:    "giống ngày, năm sinh; hãy bỏ",
	Land:     "là số thửa, tờ bản đồ hoặc số giấy chứng nhận; hãy ghi nơi có đất, ví dụ “khu đất ven kênh của ấp”",
	Belief:   "gắn tôn giáo, dân tộc hoặc chính kiến với một người hoặc một hộ; hãy ghi việc và nơi, không ghi người",
	Health:   "là bệnh tật, khuyết tật của một người; hãy ghi việc cần giải quyết, ví dụ “một hộ đề nghị xét trợ cấp”",
	Record:   "là việc vi phạm, án tích hoặc nghiện của một người; hãy ghi việc và nơi, không ghi người",
	Address:  "giống số nhà của một hộ; hãy ghi tên tổ, ấp, khu phố hoặc tuyến đường",
	Account:  "giống số tài khoản ngân hàng; hãy bỏ số này",
	Plate:    "giống biển số xe của một người; hãy ghi loại xe, ví dụ “một xe tải”",
	Mail:     "giống địa chỉ thư điện tử của một người; hãy bỏ",
	Network:  "giống tài khoản mạng xã hội của một người; hãy ghi “một tài khoản mạng xã hội”",
}

// Finding is one marked part of a text. Start and End count UTF-16 units of the text in NFC, as the page counts.
type Finding struct {
	Kind     string `json:"kind"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Sentence string `json:"sentence"`
}

// Reason is a code that lets marked text be saved; it is logged.
type Reason struct {
	Code string `json:"code"`
	Word string `json:"word"`
}

// Reasons are the reasons a person may give.
var Reasons = []Reason{
	{"NGUOI_CO_CHUC_VU", "Là người giữ chức vụ, nêu đúng việc công"},
	{"DIA_DANH", "Là tên đường, công trình, địa danh"},
	{"SO_KHAC", "Là số văn bản, số liệu, đường dây nóng của cơ quan"},
	{"KHONG_GAN_VOI_NGUOI", "Không gắn với một người cụ thể"},
}

// ReasonWord is the Vietnamese word for a reason, "" for an unknown one.
func ReasonWord(code string) string {
	for _, r := range Reasons {
		if r.Code == code {
			return r.Word
		}
	}
	return ""
}

// Kept is the sentence for the trail when marked text was saved for a reason; "" without one.
func Kept(reason string) string {
	word := ReasonWord(reason)
	if word == "" {
		return ""
	}
	return " Giữ nguyên chữ đã được nhắc, lý do: " + store.LowerFirst(word) + "."
}

// Known tells whether a folded name is that of an officer or a place, or a given name that of an officer, and so may stand.
type Known func(name string) bool

// Field refuses a field whose text is marked, unless a reason is given. Rooms call it for every free text they store.
func Field(tx *store.Tx, f *fault.Fields, field, text, reason string) error {
	if reason != "" {
		if ReasonWord(reason) == "" {
			f.Add("guardReason", "Hãy chọn lý do giữ nguyên trong danh sách.")
		}
		return nil
	}
	found, err := Check(tx, text)
	if err == nil && len(found) > 0 {
		f.Add(field, Refusal(found))
	}
	return err
}

// Text is a free text of an input. What is stored already was judged when it was typed, and is not judged again.
type Text struct{ Field, Text, Stored string }

// AskReason tells the page that a reason of the list would let marked texts be saved.
const AskReason = "Hãy viết lại chỗ được nhắc, hoặc chọn lý do giữ nguyên."

// Texts is Field for all free texts of an input, and tells the page to ask for the reason when one of them is refused.
func Texts(tx *store.Tx, f *fault.Fields, reason string, texts ...Text) error {
	for _, t := range texts {
		if t.Text == t.Stored {
			continue
		}
		var own fault.Fields
		if err := Field(tx, &own, t.Field, t.Text, reason); err != nil {
			return err
		}
		refused := own.Err()
		if err := f.Take(refused, nil); err != nil {
			return err
		}
		if refused != nil && reason == "" {
			f.Add("guardReason", AskReason)
		}
	}
	return nil
}

// Strict refuses a field whose text is marked, where no reason is asked for: it can only be written in another way.
func Strict(tx *store.Tx, f *fault.Fields, field, text string) error {
	found, err := Check(tx, text)
	if err == nil && len(found) > 0 {
		f.Add(field, refusal(found)+". Hãy viết lại.")
	}
	return err
}

// Refusal is the sentence for a person whose text is marked.
func Refusal(found []Finding) string {
	return refusal(found) + ". Nếu không phải vậy, hãy chọn lý do giữ nguyên."
}

func refusal(found []Finding) string {
	var parts []string
	for i, x := range found {
		if i == 3 {
			parts = append(parts, fmt.Sprintf("và %d chỗ nữa", len(found)-i))
			break
		}
		parts = append(parts, fmt.Sprintf("“%s” %s", x.Text, x.Sentence))
	}
	return "Không lưu thông tin của người dân: " + strings.Join(parts, "; ")
}

// Find marks a text as of a day, up to whose year somebody may be born. It is pure; known may be nil.
func Find(text string, on dates.Date, known Known) []Finding {
	s := newScan(text, on)
	return s.findings(func(c candidate) bool {
		return known != nil && (c.given != "" && known(c.given) || slices.ContainsFunc(c.names, known))
	})
}

// findings are the candidates without an excuse, in the order of the text.
func (s *scan) findings(excused func(candidate) bool) []Finding {
	out := []Finding{}
	for _, c := range s.run() {
		if !excused(c) {
			out = append(out, s.finding(c))
		}
	}
	slices.SortFunc(out, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return out
}
