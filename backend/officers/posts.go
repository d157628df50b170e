package officers

import (
	"fmt"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// PostIn is what a clerk types about a post.
type PostIn struct {
	ID            string     `json:"id"` // "" adds a post
	OfficerID     string     `json:"officerId"`
	Label         string     `json:"label"`
	OrgID         string     `json:"orgId"`   // chosen from either tree, or
	OrgText       string     `json:"orgText"` // written out
	ValidFrom     dates.Date `json:"validFrom"`
	ValidTo       dates.Date `json:"validTo"`
	Rank          int        `json:"rank"`
	Source        string     `json:"source"`
	ClosePrevious bool       `json:"closePrevious"` // the posts still open end on ValidFrom
}

func (in PostIn) blank() bool {
	return store.CleanLine(in.Label) == "" && in.OrgID == "" && store.CleanLine(in.OrgText) == ""
}

// checkPost cleans and checks a post by itself; contradictions with other posts are found by contradiction.
func checkPost(tx *store.Tx, f *fault.Fields, prefix string, in PostIn) (Post, error) {
	post := Post{
		ID: in.ID, OfficerID: in.OfficerID, Label: store.CleanLine(in.Label), OrgID: in.OrgID, OrgText: store.CleanLine(in.OrgText),
		ValidFrom: in.ValidFrom, ValidTo: in.ValidTo, Rank: in.Rank, Source: store.CleanLine(in.Source),
	}
	if post.ID == "" {
		post.ID = store.NewID()
	}
	switch {
	case post.Label == "":
		f.Add(prefix+"label", "Hãy nhập chức vụ như sẽ in trên văn bản, ví dụ: Phó Bí thư Đảng ủy.")
	case utf8.RuneCountInString(post.Label) > longestLine:
		f.Add(prefix+"label", "Chức vụ dài quá 200 ký tự; hãy viết gọn lại.")
	}
	if post.OrgID != "" {
		post.OrgText = ""
		if _, err := units.Get(tx, post.OrgID, in.ValidFrom); fault.Is(err, fault.CodeNotFound) {
			f.Add(prefix+"orgId", "Không tìm thấy tổ chức này; hãy chọn lại trong danh sách.")
		} else if err != nil {
			return Post{}, err
		}
	}
	if utf8.RuneCountInString(post.OrgText) > longestLine || utf8.RuneCountInString(post.Source) > longestLine {
		f.Add(prefix+"orgText", "Tên tổ chức hoặc căn cứ dài quá 200 ký tự; hãy viết gọn lại.")
	}
	if post.Rank < 0 || post.Rank >= NoRank {
		f.Add(prefix+"rank", "Thứ tự là số từ 1 đến 998; để trống nếu không xếp.")
	}
	checkSpan(f, prefix, post.Span(), false)
	post.Fold = store.Fold(post.Label + " " + post.OrgText)
	return post, nil
}

// checkSpan checks the two days of a stretch of time.
func checkSpan(f *fault.Fields, prefix string, span dates.Span, fromNeeded bool) {
	switch {
	case span.From == dates.None && fromNeeded:
		f.Add(prefix+"validFrom", "Hãy nhập ngày bắt đầu.")
	case span.From != dates.None && !sensible(span.From):
		f.Add(prefix+"validFrom", "Ngày bắt đầu không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	}
	switch {
	case span.To == dates.None:
	case !sensible(span.To):
		f.Add(prefix+"validTo", "Ngày kết thúc không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	case span.Empty():
		f.Add(prefix+"validTo", "Ngày kết thúc phải sau ngày bắt đầu ("+span.From.Show()+").")
	}
}

func sensible(d dates.Date) bool { return d.Valid() && d >= "1930-01-01" && d <= "2100-12-31" }

func savePost(tx *store.Tx, in PostIn) error {
	officer, err := find(tx, in.OfficerID)
	if err != nil {
		return err
	}
	if in.ID != "" {
		if _, err := findPost(tx, in.ID, in.OfficerID); err != nil {
			return err
		}
	}
	var f fault.Fields
	post, err := checkPost(tx, &f, "", in)
	if err != nil {
		return err
	}
	if in.ClosePrevious && in.ValidFrom == dates.None {
		f.Add("validFrom", "Hãy nhập ngày giữ chức vụ mới để kết thúc chức vụ cũ từ ngày đó.")
	}
	if err := f.Err(); err != nil {
		return err
	}
	if in.ClosePrevious {
		err := tx.Model(&Post{}).
			Where("officer_id = ? AND id <> ? AND valid_to = '' AND valid_from < ?", officer.ID, post.ID, post.ValidFrom).
			Update("valid_to", post.ValidFrom).
			Error
		if err != nil {
			return err
		}
	}
	var others []Post
	if err := tx.Where("officer_id = ? AND id <> ?", officer.ID, post.ID).Find(&others).Error; err != nil {
		return err
	}
	if other, found := contradiction(post, others); found {
		return fault.Invalid(
			"validFrom",
			fmt.Sprintf(
				"Trong thời gian này đồng chí đã có chức vụ “%s” tại cùng cơ quan (%s). Hãy kết thúc chức vụ đó trước, hoặc ghi kiêm nhiệm chung một dòng.",
				other.Label,
				shownSpan(other.Span()),
			),
		)
	}
	tx.Audit(officer.ID, "Ghi chức vụ “"+post.Label+"” của cán bộ "+officer.FullName+".")
	return tx.Save(&post).Error
}

// contradiction finds a post of the same organisation that is held on the same days: one office has one label for a
// person at a time, or two papers of one day would print two different posts.
func contradiction(post Post, others []Post) (Post, bool) {
	for _, other := range others {
		if post.sameOrg(other) && post.Span().Overlaps(other.Span()) {
			return other, true
		}
	}
	return Post{}, false
}

func (p Post) sameOrg(o Post) bool {
	if p.OrgID != "" || o.OrgID != "" {
		return p.OrgID == o.OrgID
	}
	return store.SameName(p.OrgText, o.OrgText)
}

// shownSpan writes a span for people; both ends open reads "không ghi thời gian".
func shownSpan(span dates.Span) string {
	if text := span.Show(); text != "" {
		return text
	}
	return "không ghi thời gian"
}

func deletePost(tx *store.Tx, id string) (string, error) {
	var post Post
	err := tx.Where("id = ?", id).Take(&post).Error
	if store.Missing(err) {
		return "", errNoPost
	}
	if err != nil {
		return "", err
	}
	officer, err := find(tx, post.OfficerID)
	if err != nil {
		return "", err
	}
	tx.Audit(officer.ID, fmt.Sprintf("Xóa chức vụ “%s” (%s) ghi nhầm của cán bộ %s.", post.Label, shownSpan(post.Span()), officer.FullName))
	return officer.ID, tx.Delete(&post).Error
}

var errNoPost = fault.NotFound("Không còn dòng chức vụ này. Hãy tải lại trang.")

func findPost(tx *store.Tx, id, officerID string) (Post, error) {
	var post Post
	err := tx.Where("id = ? AND officer_id = ?", id, officerID).Take(&post).Error
	if store.Missing(err) {
		return Post{}, errNoPost
	}
	return post, err
}
