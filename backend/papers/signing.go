package papers

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Authority is the right by which somebody signs.
type Authority string

const (
	Direct    Authority = ""            // the head of the body signs for it
	OnBehalf  Authority = "thay_mat"    // T/M, TM.: for a body that decides together
	ForHead   Authority = "ky_thay"     // K/T, KT.: the deputy for the head
	ByOrder   Authority = "thua_lenh"   // T/L, TL.
	ByMandate Authority = "thua_uy_quy" // TUQ.: state papers only
	Acting    Authority = "quyen"       // Q.
)

var slashForms = map[Authority]string{OnBehalf: "T/M ", ForHead: "K/T ", ByOrder: "T/L ", Acting: "Q. "}
var dotForms = map[Authority]string{OnBehalf: "TM. ", ForHead: "KT. ", ByOrder: "TL. ", ByMandate: "TUQ. ", Acting: "Q. "}

// Mark is how a right to sign is written before what it stands for: "T/M " in Party papers, "TM. " in all others; empty for
// one the form does not know.
func (a Authority) Mark(form string) string {
	if form == FormParty {
		return slashForms[a]
	}
	return dotForms[a]
}

// Signature is who signs a paper and by which right.
type Signature struct {
	Authority Authority
	Body      string // whom the signature stands for: "BAN THƯỜNG VỤ"; for K/T the head's position
	For       string // state only: the head a deputy signs for under "TM.", "CHỦ TỊCH"
	Position  string // "PHÓ BÍ THƯ"; may be empty for a member who holds none
	Name      string // empty leaves the line to be written by hand
}

// ParseAuthority reads "T/M BAN THƯỜNG VỤ" as it stands in the settings, in the slash or the dot form.
func ParseAuthority(text string) (Authority, string) {
	text = store.CleanLine(text)
	for _, forms := range []map[Authority]string{slashForms, dotForms} {
		for authority, mark := range forms {
			mark = strings.TrimSpace(mark)
			if len(text) >= len(mark) && strings.EqualFold(text[:len(mark)], mark) {
				return authority, strings.TrimSpace(text[len(mark):])
			}
		}
	}
	if text != "" && Collective(text) {
		return OnBehalf, text
	}
	return Direct, text
}

// Usual gives the signature an issuer's papers bear.
func (i Issuer) Usual() Signature {
	authority, body := ParseAuthority(i.SignAuthority)
	s := Signature{Authority: authority, Body: strings.ToUpper(body), Position: strings.ToUpper(i.SignPosition), Name: i.SignName}
	if authority == Direct && s.Position == "" {
		s.Position = s.Body // "CHÁNH VĂN PHÒNG" typed into the line of the right
	}
	if authority == Acting && s.Position == "" {
		s.Position = s.Body
	}
	if authority == OnBehalf && i.Form != FormParty {
		// NĐ 30: a deputy signs "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH".
		if head, deputy := strings.CutPrefix(s.Position, "PHÓ "); deputy {
			s.For = head
		}
	}
	return s
}

// collectives are the bodies that decide together; only T/M is right for them.
var collectives = []string{
	"ban chấp hành",
	"ban thường vụ",
	"ban thường trực",
	"đảng ủy",
	"đảng uỷ",
	"tỉnh ủy",
	"tỉnh uỷ",
	"huyện ủy",
	"huyện uỷ",
	"thành ủy",
	"thành uỷ",
	"quận ủy",
	"quận uỷ",
	"thị ủy",
	"thị uỷ",
	"chi bộ",
	"chi ủy",
	"chi uỷ",
	"đảng bộ",
	"ủy ban",
	"uỷ ban",
	"hội đồng",
	"thường trực",
}

// Collective tells whether a body decides together.
func Collective(body string) bool { return startsWith(body, collectives) }

func startsWith(text string, list []string) bool {
	text = strings.ToLower(store.CleanLine(text))
	for _, name := range list {
		if strings.HasPrefix(text, name) {
			return true
		}
	}
	return false
}

var academicTitles = []string{"gs.", "pgs.", "ts.", "ths.", "bs.", "ks.", "cn.", "tiến sĩ", "thạc sĩ", "giáo sư"}

// MaxLine is the longest text, in characters, a fixed place of the page can take: issuer, place, signer.
const MaxLine = 200

// Check refuses what the signing rules forbid (HD 36 and HD 05 for the Party, NĐ 30 for the state), whoever issues the
// paper. field names the part of the form that has to be corrected; what is wrong with the name goes to field+"Name".
func (s Signature) Check(form, field string, f *fault.Fields) {
	party := form == FormParty
	needsBody := s.Authority == OnBehalf || s.Authority == ForHead || s.Authority == ByOrder || s.Authority == ByMandate
	position := strings.ToLower(store.CleanLine(s.Position))
	name := strings.ToLower(store.CleanLine(s.Name))
	switch {
	case s.Authority != Direct && slashForms[s.Authority] == "" && dotForms[s.Authority] == "":
		f.Add(field, "Không rõ quyền hạn ký. Hãy chọn thay mặt, ký thay, thừa lệnh, quyền hoặc ký trực tiếp.")
	case s.Authority == ByMandate && party:
		f.Add(field, "Văn bản của Đảng không ký thừa ủy quyền (TUQ). Hãy chọn thừa lệnh (T/L) hoặc thay mặt (T/M).")
	case needsBody && strings.TrimSpace(s.Body) == "":
		f.Add(field, "Chưa có tên tập thể hoặc chức vụ được ký thay. Hãy ghi, ví dụ “BAN THƯỜNG VỤ”.")
	case s.Authority == ForHead && Collective(s.Body), s.For != "" && (party || Collective(s.For)):
		f.Add(field, "Không ký thay (K/T) một tập thể lãnh đạo. Hãy chọn thay mặt (T/M) và ghi chức vụ của người ký.")
	case s.Authority == OnBehalf && !Collective(s.Body):
		f.Add(field, "Chỉ ký thay mặt (T/M) cho một tập thể. Với người đứng đầu, hãy chọn ký thay (K/T) hoặc thừa lệnh (T/L).")
	case (s.Authority == Direct || s.Authority == Acting || s.Authority == ForHead) && position == "":
		f.Add(field, "Chưa có chức vụ người ký. Hãy ghi chức vụ.")
	case s.Authority == OnBehalf && party && namesBody(position):
		f.Add(field, "Sau chức vụ không ghi tên cấp ủy. Hãy chỉ ghi chức vụ, ví dụ “PHÓ BÍ THƯ”.")
	}
	for _, title := range academicTitles {
		if strings.HasPrefix(name, title) {
			f.Add(field+"Name", "Trước họ tên người ký không ghi học hàm, học vị. Hãy chỉ ghi họ và tên.")
		}
	}
	for _, text := range []string{s.Body, s.For, s.Position, s.Name} {
		if utf8.RuneCountInString(text) > MaxLine {
			f.Add(field, fmt.Sprintf("Phần ký quá dài. Hãy ghi không quá %d chữ mỗi dòng.", MaxLine))
		}
	}
}

func namesBody(position string) bool {
	for _, name := range collectives {
		if strings.Contains(position, name) {
			return true
		}
	}
	return false
}

// signingRule is by which rights papers of a kind of Party body are signed, and for which bodies T/M stands.
type signingRule struct {
	rights  []Authority
	bodies  []string
	message string
}

// signingRules follow document-format §2.7: a collective is signed for, its advisory bodies are signed by their head, and
// T/L stands only under the committee's own header.
var signingRules = map[Kind]signingRule{
	Committee: {
		[]Authority{OnBehalf, ByOrder},
		[]string{"ban thường vụ", "ban chấp hành", "thường trực", "đảng ủy", "đảng uỷ", "tỉnh ủy", "tỉnh uỷ", "huyện ủy", "huyện uỷ",
			"thành ủy", "thành uỷ", "quận ủy", "quận uỷ", "thị ủy", "thị uỷ"},
		"Văn bản của cấp ủy ký thay mặt (T/M) hoặc thừa lệnh (T/L). Để văn phòng tự ký, hãy chọn cơ quan ban hành là Văn phòng.",
	},
	OfficeOf: {
		[]Authority{Direct, ForHead, Acting},
		nil,
		"Văn phòng ban hành thì Chánh Văn phòng ký trực tiếp, cấp phó ký thay (K/T), người được giao quyền ký Q.; thừa lệnh (T/L) chỉ dùng dưới tên cấp ủy.",
	},
	Board: {
		[]Authority{Direct, ForHead, Acting},
		nil,
		"Ban ban hành thì Trưởng ban ký trực tiếp, cấp phó ký thay (K/T), người được giao quyền ký Q.; thừa lệnh (T/L) chỉ dùng dưới tên cấp ủy.",
	},
	Inspection: {
		[]Authority{OnBehalf},
		[]string{"ủy ban kiểm tra", "uỷ ban kiểm tra"},
		"Ủy ban kiểm tra là tập thể: ký thay mặt (T/M ỦY BAN KIỂM TRA), chức vụ ghi Chủ nhiệm hoặc Phó Chủ nhiệm.",
	},
	Cell: {
		[]Authority{OnBehalf},
		[]string{"chi bộ", "chi ủy", "chi uỷ"},
		"Chi bộ ký thay mặt (T/M CHI BỘ), chức vụ ghi Bí thư hoặc Phó Bí thư.",
	},
}

// CheckFor refuses a signature that the rules forbid under the header of this issuer.
func (s Signature) CheckFor(i Issuer, field string, f *fault.Fields) {
	s.Check(i.Form, field, f)
	rule, ruled := signingRules[i.Kind]
	stands := s.Authority == OnBehalf || s.Authority == ByOrder
	if ruled && i.Form == FormParty && (!slices.Contains(rule.rights, s.Authority) || (stands && !startsWith(s.Body, rule.bodies))) {
		f.Add(field, rule.message)
	}
}
