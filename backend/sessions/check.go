package sessions

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// Bounds of a session; a number typed by mistake must not become a dossier of that size.
const (
	maxItems         = 60
	maxPapersPerItem = 40 // under one item
	maxPeople        = 500
	maxItemMinutes   = 600 // of one item
	maxCopies        = 20  // for one participant
	maxLineLength    = 300
	maxTextLength    = 6000
)

// cleanTexts brings every text to the form that is stored.
func cleanTexts(in *Input) {
	for _, line := range []*string{&in.Title, &in.Place, &in.Note} {
		*line = store.CleanLine(*line)
	}
	for i := range in.Items {
		item := &in.Items[i]
		item.Title, item.Presenter, item.Conclusion = store.CleanLine(
			item.Title,
		), store.CleanLine(
			item.Presenter,
		), store.Clean(
			item.Conclusion,
		)
		if item.PresenterID != "" {
			item.Presenter = ""
		}
		for k := range item.Papers {
			p := &item.Papers[k]
			p.Title, p.Owner = store.CleanLine(p.Title), store.CleanLine(p.Owner)
		}
	}
	for i := range in.People {
		p := &in.People[i]
		p.Label = store.CleanLine(p.Label)
		p.Copies = max(p.Copies, 0)
	}
	if in.State == "" {
		in.State = Preparing
	}
}

// check finds what is wrong without reading the office's records, and writes the hours as "07:30".
func (in *Input) check(f *fault.Fields, today dates.Date) {
	if vocabulary.Bodies.Of(in.Body) == "" {
		f.Add("body", "Hãy chọn phiên họp của: Thường trực, Ban Thường vụ, Ban Chấp hành, Ủy ban Kiểm tra hoặc hội nghị khác.")
	}
	if in.Title == "" {
		f.Add("title", "Hãy ghi tên phiên họp, ví dụ: Hội nghị Ban Chấp hành lần thứ 12.")
	}
	if !in.Day.Valid() || in.Day.Year() < 1930 || in.Day.Year() > 2100 {
		f.Add("day", "Hãy ghi ngày họp, ví dụ 30/11/2026.")
	}
	for field, text := range map[string]*string{"startTime": &in.StartTime, "endTime": &in.EndTime} {
		var right bool
		if *text, right = dates.ParseHour(*text); !right {
			f.Add(field, dates.HourProblem)
		}
	}
	switch {
	case vocabulary.States.Of(in.State) == "":
		f.Add("state", "Tình trạng phải là đang chuẩn bị, đã họp hoặc đã hủy. Hãy chọn lại.")
	case in.State == Held && in.Day.Valid() && in.Day > today:
		f.Add("state", "Phiên họp ngày "+in.Day.Show()+" chưa đến nên chưa thể ghi đã họp. Hãy sửa ngày họp hoặc tình trạng.")
	}
	checkLength(f, "title", in.Title, maxLineLength)
	checkLength(f, "place", in.Place, maxLineLength)
	checkLength(f, "note", in.Note, maxTextLength)
	if len(in.Items) > maxItems {
		f.Add("items", fmt.Sprintf("Chương trình có %d nội dung, nhiều hơn %d. Hãy gộp bớt.", len(in.Items), maxItems))
	}
	for i, item := range in.Items {
		item.check(f, fmt.Sprintf("items.%d.", i))
	}
	if len(in.People) > maxPeople {
		f.Add("people", fmt.Sprintf("Danh sách có %d dòng, nhiều hơn %d. Hãy gộp theo cơ quan.", len(in.People), maxPeople))
	}
	known := map[string]bool{}
	for i, p := range in.People {
		p.check(f, fmt.Sprintf("people.%d.", i), known)
	}
}

func (item ItemInput) check(f *fault.Fields, at string) {
	if item.Title == "" {
		f.Add(at+"title", "Hãy ghi nội dung, hoặc xóa dòng này.")
	}
	checkLength(f, at+"title", item.Title, maxLineLength)
	checkLength(f, at+"presenter", item.Presenter, maxLineLength)
	checkLength(f, at+"conclusion", item.Conclusion, maxTextLength)
	if item.Minutes < 0 || item.Minutes > maxItemMinutes {
		f.Add(at+"minutes", fmt.Sprintf("Số phút từ 0 đến %d.", maxItemMinutes))
	}
	if len(item.Papers) > maxPapersPerItem {
		f.Add(
			at+"title",
			fmt.Sprintf("Nội dung này có %d tài liệu, nhiều hơn %d. Hãy chia thành hai nội dung.", len(item.Papers), maxPapersPerItem),
		)
	}
	for k, p := range item.Papers {
		where := fmt.Sprintf("%spapers.%d.", at, k)
		if p.Title == "" {
			f.Add(where+"title", "Hãy ghi tên tài liệu, hoặc xóa dòng này.")
		}
		checkLength(f, where+"title", p.Title, maxLineLength)
		checkLength(f, where+"owner", p.Owner, maxLineLength)
		switch {
		case p.IssuedID != "" && p.Input != "":
			f.Add(where+"title", "Tài liệu là văn bản đã ban hành hoặc lập mới, không thể là cả hai. Hãy chọn lại.")
		case p.Input != "" && !json.Valid([]byte(p.Input)):
			f.Add(where+"title", "Không đọc được lựa chọn của văn bản lập mới. Hãy chọn lại văn bản.")
		}
	}
}

func (p PersonInput) check(f *fault.Fields, at string, known map[string]bool) {
	switch {
	case p.OfficerID == "" && p.Label == "":
		f.Add(at+"label", "Hãy chọn cán bộ, hoặc ghi chức vụ, cơ quan được mời; không cần thì xóa dòng này.")
	case p.OfficerID != "" && p.Label != "":
		f.Add(at+"label", "Một dòng là một cán bộ hoặc một cơ quan, không thể là cả hai. Hãy tách thành hai dòng.")
	case p.OfficerID != "" && known[p.OfficerID]:
		f.Add(at+"label", "Đồng chí này đã có trong danh sách. Hãy xóa một dòng.")
	}
	known[p.OfficerID] = true
	checkLength(f, at+"label", p.Label, maxLineLength)
	if vocabulary.Roles.Of(p.Part) == "" {
		f.Add(at+"part", "Hãy chọn thành viên hoặc khách mời.")
	}
	if p.Present != "" && vocabulary.Presence.Of(p.Present) == "" {
		f.Add(at+"present", "Hãy chọn có mặt, vắng có lý do hoặc vắng không lý do.")
	}
	if p.Copies > maxCopies {
		f.Add(at+"copies", fmt.Sprintf("Số bản từ 0 đến %d.", maxCopies))
	}
}

func checkLength(f *fault.Fields, field, text string, most int) {
	if utf8.RuneCountInString(text) > most {
		f.Add(field, fmt.Sprintf("Dài quá %d ký tự. Hãy rút ngắn.", most))
	}
}

// checkReferences refuses officers and issued papers that do not exist. A paper withdrawn since may stay: the dossier says so.
func (in *Input) checkReferences(tx *store.Tx, f *fault.Fields) error {
	ids := map[string]string{in.ChairID: "chairId", in.SecretaryID: "secretaryId"}
	for i, item := range in.Items {
		ids[item.PresenterID] = fmt.Sprintf("items.%d.presenter", i)
	}
	for i, p := range in.People {
		ids[p.OfficerID] = fmt.Sprintf("people.%d.label", i)
	}
	delete(ids, "")
	list := make([]string, 0, len(ids))
	for id := range ids {
		list = append(list, id)
	}
	refs, err := officers.Refs(tx, list, in.Day)
	if err != nil {
		return err
	}
	for id, field := range ids {
		if _, known := refs[id]; !known {
			f.Add(field, "Không còn cán bộ này trong danh sách. Hãy chọn lại.")
		}
	}
	for i, item := range in.Items {
		for k, p := range item.Papers {
			if p.IssuedID == "" {
				continue
			}
			var n int64
			if err := tx.Table("issued_paper").Where("id = ?", p.IssuedID).Count(&n).Error; err != nil {
				return err
			}
			if n == 0 {
				f.Add(fmt.Sprintf("items.%d.papers.%d.title", i, k), "Không còn văn bản này trong sổ đăng ký. Hãy chọn lại.")
			}
		}
	}
	return nil
}

// checkFreeTexts refuses a printed text that looks like a person's data and comes without a reason.
func (in *Input) checkFreeTexts(tx *store.Tx, f *fault.Fields) error {
	texts := []struct{ field, text string }{{"title", in.Title}, {"place", in.Place}, {"note", in.Note}}
	for i, item := range in.Items {
		at := fmt.Sprintf("items.%d.", i)
		texts = append(
			texts,
			[]struct{ field, text string }{
				{at + "title", item.Title},
				{at + "presenter", item.Presenter},
				{at + "conclusion", item.Conclusion},
			}...)
		for k, p := range item.Papers {
			where := fmt.Sprintf("%spapers.%d.", at, k)
			texts = append(texts, []struct{ field, text string }{{where + "title", p.Title}, {where + "owner", p.Owner}}...)
		}
	}
	for i, p := range in.People {
		texts = append(texts, struct{ field, text string }{fmt.Sprintf("people.%d.label", i), p.Label})
	}
	for _, t := range texts {
		if err := guard.Field(tx, f, t.field, t.text, in.GuardReason); err != nil {
			return err
		}
	}
	return nil
}
