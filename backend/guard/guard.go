// Package guard marks what in a text looks like the data of a person of the place: a name, a telephone number, an
// identity number, a date of birth, a land parcel, a belief or ethnicity tied to a person. Texts of this program speak of
// matters and places; names of officers and of places pass. Rooms call it where texts are typed, imported and printed.
package guard

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

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
)

// sentences tell what to write instead.
var sentences = map[string]string{
	IDNumber: "giống số giấy tờ tùy thân; hãy bỏ số này",
	Phone:    "giống số điện thoại; hãy bỏ số này",
	Name:     "giống tên người dân; hãy viết “một hộ”, “người dân” hoặc tên tổ, ấp",
	Birth:    "giống ngày, năm sinh; hãy bỏ",
	Land:     "là số thửa, tờ bản đồ hoặc số giấy chứng nhận; hãy ghi nơi có đất, ví dụ “khu đất ven kênh của ấp”",
	Belief:   "gắn tôn giáo, dân tộc với một người hoặc một hộ; hãy ghi việc và nơi, không ghi người",
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

// Known tells whether a name is that of an officer or a place and so may stand.
type Known func(name string) bool

// Check marks a text, asking the office's own officers and places for the names that may stand.
func Check(tx *store.Tx, text string) ([]Finding, error) {
	var failed error
	found := Find(text, tx.Today, func(name string) bool {
		var n int64
		err := tx.Raw(`SELECT EXISTS (SELECT 1 FROM officer WHERE fold = ?1 AND deleted_at = '') OR EXISTS (SELECT 1 FROM unit_version WHERE fold = ?1)`, store.Fold(name)).
			Scan(&n).
			Error
		if err != nil {
			failed = err
		}
		return n > 0
	})
	return found, failed
}

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

// Refusal is the sentence for a person whose text is marked.
func Refusal(found []Finding) string {
	var parts []string
	for i, x := range found {
		if i == 3 {
			parts = append(parts, fmt.Sprintf("và %d chỗ nữa", len(found)-i))
			break
		}
		parts = append(parts, fmt.Sprintf("“%s” %s", x.Text, x.Sentence))
	}
	return "Không lưu thông tin của người dân: " + strings.Join(parts, "; ") + ". Nếu không phải vậy, hãy chọn lý do giữ nguyên."
}

// Find marks a text as of a day, up to whose year somebody may be born. It is pure; known may be nil.
func Find(text string, on dates.Date, known Known) []Finding {
	if known == nil {
		known = func(string) bool { return false }
	}
	text = norm.NFC.String(text)
	out := []Finding{}
	taken := make([]bool, len(text))
	born := func(text string, _ Known) []span { return birthDates(text, on.Year()) }
	for _, look := range []func(string, Known) []span{identityNumbers, phones, born, landParcels, beliefs, names} {
		for _, s := range look(text, known) {
			if anyTaken(taken, s) {
				continue
			}
			for i := s.start; i < s.end; i++ {
				taken[i] = true
			}
			out = append(
				out,
				Finding{
					Kind:     s.kind,
					Start:    utf16Length(text[:s.start]),
					End:      utf16Length(text[:s.end]),
					Text:     text[s.start:s.end],
					Sentence: sentences[s.kind],
				},
			)
		}
	}
	sortFindings(out)
	return out
}

// span is a marked stretch in bytes.
type span struct {
	kind       string
	start, end int
}

func anyTaken(taken []bool, s span) bool {
	for i := s.start; i < s.end; i++ {
		if taken[i] {
			return true
		}
	}
	return false
}

func utf16Length(text string) int { return len(utf16.Encode([]rune(text))) }
