package document

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

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
func Collective(body string) bool {
	body = strings.ToLower(store.CleanLine(body))
	return slices.ContainsFunc(collectives, func(name string) bool { return strings.HasPrefix(body, name) })
}

var academicTitles = []string{"gs.", "pgs.", "ts.", "ths.", "bs.", "ks.", "cn.", "tiến sĩ", "thạc sĩ", "giáo sư"}

// MaxLine is the longest text, in characters, a fixed place of the page can take: issuer, place, signer.
const MaxLine = 200

// Check refuses what the signing rules forbid (HD 36 and HD 05 for the Party, NĐ 30 for the state), whoever issues the
// paper. field names the part of the form that has to be corrected; what is wrong with the name goes to field+"Name".
func (s Signatory) Check(form Form, field string, f *fault.Fields) {
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
	for _, text := range []string{s.Body, s.For, s.Position, s.Name, s.Hint} {
		if utf8.RuneCountInString(text) > MaxLine {
			f.Add(field, fmt.Sprintf("Phần ký quá dài. Hãy ghi không quá %d chữ mỗi dòng.", MaxLine))
		}
	}
}

func namesBody(position string) bool {
	return slices.ContainsFunc(collectives, func(name string) bool { return strings.Contains(position, name) })
}
