package officers

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Input is what a clerk types about an officer.
type Input struct {
	ID        string `json:"id"` // "" adds a new officer
	FullName  string `json:"fullName"`
	WorkPhone string `json:"workPhone"`
	Note      string `json:"note"`
	Post      PostIn `json:"post"` // first post of a new officer; an empty label means none

	GuardReason string `json:"guardReason"` // why marked words of the note are kept, see guard.Reasons
}

const (
	longestLine = 200
	longestText = 1000
)

// Add stores a new officer, with a first post if one is given. The exchange and the sample office use it too.
func Add(tx *store.Tx, in Input) (Officer, error) {
	in.ID = ""
	return save(tx, in)
}

// Check says why Add would refuse, storing nothing; a list that is only looked at must say what storing it would say. The
// organisation of the post is not looked up.
func Check(tx *store.Tx, in Input) error {
	var f fault.Fields
	fill(&f, &Officer{}, in)
	if in.Post.OrgID = ""; !in.Post.blank() {
		if _, err := checkPost(tx, &f, "post.", in.Post); err != nil {
			return err
		}
	}
	return f.Err()
}

func save(tx *store.Tx, in Input) (Officer, error) {
	officer := Officer{ID: store.NewID(), CreatedAt: tx.NowText()}
	before := ""
	if in.ID != "" {
		var err error
		if officer, err = find(tx, in.ID); err != nil {
			return Officer{}, err
		}
		before = officer.FullName
	}
	var f fault.Fields
	noteBefore := officer.Note
	fill(&f, &officer, in)
	if err := guard.Texts(tx, &f, in.GuardReason, guard.Text{Field: "note", Text: officer.Note, Stored: noteBefore}); err != nil {
		return Officer{}, err
	}
	withPost := in.ID == "" && !in.Post.blank()
	var post Post
	if withPost {
		in.Post.OfficerID = officer.ID
		var err error
		if post, err = checkPost(tx, &f, "post.", in.Post); err != nil {
			return Officer{}, err
		}
	}
	if err := f.Err(); err != nil {
		return Officer{}, err
	}
	if err := tx.Save(&officer).Error; err != nil {
		return Officer{}, err
	}
	if withPost {
		if err := tx.Create(&post).Error; err != nil {
			return Officer{}, err
		}
	}
	switch {
	case before == "":
		tx.Audit(officer.ID, "Thêm cán bộ "+officer.FullName+"."+guard.Kept(in.GuardReason))
	case before != officer.FullName:
		tx.Audit(officer.ID, "Sửa tên cán bộ "+before+" thành "+officer.FullName+".")
	default:
		tx.Audit(officer.ID, "Sửa thông tin cán bộ "+officer.FullName+"."+guard.Kept(in.GuardReason))
	}
	return officer, nil
}

// fill cleans and checks what was typed.
func fill(f *fault.Fields, officer *Officer, in Input) {
	officer.FullName = store.CleanLine(in.FullName)
	officer.Fold = store.Fold(officer.FullName)
	officer.SortKey = store.NameSortKey(officer.FullName)
	officer.WorkPhone = store.CleanLine(in.WorkPhone)
	officer.Note = store.Clean(in.Note)
	switch {
	case officer.FullName == "":
		f.Add("fullName", "Hãy nhập họ và tên cán bộ.")
	case utf8.RuneCountInString(officer.FullName) > 100:
		f.Add("fullName", "Họ và tên dài quá 100 ký tự; hãy kiểm tra lại.")
	case !isName(officer.FullName):
		f.Add("fullName", "Họ và tên chỉ gồm chữ cái, chữ số, dấu cách, dấu chấm, dấu nháy và dấu gạch nối; hãy bỏ các ký tự khác.")
	}
	if officer.WorkPhone != "" && !isPhone(officer.WorkPhone) {
		f.Add("workPhone", "Điện thoại cơ quan chưa đúng. Hãy nhập như 0270 3822 123, 0913 000 123 hoặc 0270 3822 123 máy lẻ 12.")
	}
	if utf8.RuneCountInString(officer.Note) > longestText {
		f.Add("note", "Ghi chú dài quá 1.000 ký tự; hãy viết gọn lại.")
	}
}

// isName accepts letters of any script with their marks, so that names in decomposed text or from ethnic minorities pass.
func isName(name string) bool {
	letters := 0
	for _, r := range name {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsMark(r), unicode.IsDigit(r), strings.ContainsRune(" .'’-", r):
		default:
			return false
		}
	}
	return letters >= 2
}

var phoneForm = regexp.MustCompile(`^(\+84|0)[0-9]{8,10}(ml[0-9]{1,5})?$`)

// isPhone checks a Vietnamese number of a desk or a duty phone, with or without an extension ("máy lẻ 12").
func isPhone(typed string) bool {
	bare := strings.NewReplacer(" ", "", ".", "", "-", "", "(", "", ")", "").Replace(strings.ToLower(typed))
	bare = strings.NewReplacer("máylẻ", "ml", "mayle", "ml").Replace(bare)
	return phoneForm.MatchString(bare)
}

// find reads an officer who is not in the bin.
func find(tx *store.Tx, id string) (Officer, error) {
	var officer Officer
	err := tx.Where("id = ? AND deleted_at = ''", id).Take(&officer).Error
	if store.Missing(err) {
		return Officer{}, fault.NotFound(
			"Không còn cán bộ này trong danh sách; có thể đã được gộp hoặc bỏ vào thùng rác. Hãy tải lại danh sách.",
		)
	}
	return officer, err
}
