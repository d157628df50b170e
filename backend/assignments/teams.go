package assignments

import (
	"cmp"
	"fmt"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// TeamIn is a team as it is typed; members of all times are given whole.
type TeamIn struct {
	ID      string     `json:"id"` // "" adds a team
	Name    string     `json:"name"`
	Members []MemberIn `json:"members"`
}

// MemberIn is one officer's time in a team.
type MemberIn struct {
	OfficerID string     `json:"officerId"`
	Lead      bool       `json:"lead"`
	ValidFrom dates.Date `json:"validFrom"`
	ValidTo   dates.Date `json:"validTo"`
}

// TeamDetail is a team with its members, the lead of today first.
type TeamDetail struct {
	ID      string      `json:"id"`
	Name    string      `json:"name"`
	Members []MemberRow `json:"members"`
}

// MemberRow is a member with name and post.
type MemberRow struct {
	OfficerID string     `json:"officerId"`
	Name      string     `json:"name"`
	Post      string     `json:"post"`
	Lead      bool       `json:"lead"`
	Current   bool       `json:"current"`
	ValidFrom dates.Date `json:"validFrom"`
	ValidTo   dates.Date `json:"validTo"`
}

// Teams lists every team with its members; names and posts as of day.
func Teams(tx *store.Tx, day dates.Date) ([]TeamDetail, error) {
	if day == dates.None {
		day = tx.Today
	}
	var teams []Team
	if err := tx.Order("sort_key, id").Find(&teams).Error; err != nil {
		return nil, err
	}
	var members []Member
	if err := tx.Order("valid_from, id").Find(&members).Error; err != nil {
		return nil, err
	}
	ids := make([]string, len(members))
	for i, m := range members {
		ids[i] = m.OfficerID
	}
	people, err := officers.Refs(tx, ids, day)
	if err != nil {
		return nil, err
	}
	byTeam := map[string][]MemberRow{}
	for _, m := range members {
		p := people[m.OfficerID]
		byTeam[m.TeamID] = append(
			byTeam[m.TeamID],
			MemberRow{m.OfficerID, p.Name, p.Post, m.Lead, m.Span().Contains(day), m.ValidFrom, m.ValidTo},
		)
	}
	out := make([]TeamDetail, 0, len(teams))
	for _, t := range teams {
		rows := append([]MemberRow{}, byTeam[t.ID]...)
		slices.SortStableFunc(rows, func(a, b MemberRow) int {
			return cmp.Or(
				trueFirst(a.Current, b.Current),
				trueFirst(a.Lead, b.Lead),
				officers.Compare(people[a.OfficerID], people[b.OfficerID]),
			)
		})
		out = append(out, TeamDetail{t.ID, t.Name, rows})
	}
	return out, nil
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// SaveTeam adds (empty ID) or changes a team (story 12). Faults: invalid; not_found.
func SaveTeam(tx *store.Tx, in TeamIn) (TeamDetail, error) {
	team := Team{ID: in.ID, Name: store.CleanLine(in.Name), CreatedAt: tx.NowText()}
	team.Fold, team.SortKey = store.Fold(team.Name), store.SortKey(team.Name)
	if in.ID == "" {
		team.ID = store.NewID()
	} else {
		var now Team
		err := tx.Where("id = ?", in.ID).Take(&now).Error
		if store.Missing(err) {
			return TeamDetail{}, fault.NotFound("Không còn tổ này. Hãy tải lại danh sách.")
		}
		if err != nil {
			return TeamDetail{}, err
		}
		team.CreatedAt = now.CreatedAt
	}
	members, err := checkTeam(tx, team, in)
	if err != nil {
		return TeamDetail{}, err
	}
	if err := tx.Save(&team).Error; err != nil {
		return TeamDetail{}, err
	}
	if err := tx.Delete(&Member{}, "team_id = ?", team.ID).Error; err != nil {
		return TeamDetail{}, err
	}
	if err := tx.Create(&members).Error; err != nil {
		return TeamDetail{}, err
	}
	tx.Audit(team.ID, fmt.Sprintf("Ghi tổ “%s” gồm %d lượt thành viên.", team.Name, len(members)))
	all, err := Teams(tx, tx.Today)
	if err != nil {
		return TeamDetail{}, err
	}
	return all[slices.IndexFunc(all, func(t TeamDetail) bool { return t.ID == team.ID })], nil
}

func checkTeam(tx *store.Tx, team Team, in TeamIn) ([]Member, error) {
	var f fault.Fields
	checkLine(&f, "name", team.Name, "Hãy nhập tên tổ, ví dụ: Tổ chỉ đạo xã Tân Mẫu.")
	same, err := store.NameTaken(tx.Model(&Team{}).Where("id <> ?", team.ID), team.Name)
	if err != nil {
		return nil, err
	}
	if same {
		f.Add("name", "Đã có tổ mang tên này; hãy ghi rõ hơn, ví dụ thêm tên xã.")
	}
	ids := make([]string, len(in.Members))
	for i, m := range in.Members {
		ids[i] = m.OfficerID
	}
	people, err := officers.Refs(tx, ids, tx.Today)
	if err != nil {
		return nil, err
	}
	var members []Member
	for i, m := range in.Members {
		at := fmt.Sprintf("members.%d.", i)
		member := Member{
			ID:        store.NewID(),
			TeamID:    team.ID,
			OfficerID: m.OfficerID,
			Lead:      m.Lead,
			ValidFrom: m.ValidFrom,
			ValidTo:   m.ValidTo,
		}
		if people[m.OfficerID].ID == "" {
			f.Add(at+"officerId", fmt.Sprintf("Thành viên thứ %d: hãy chọn cán bộ trong danh sách.", i+1))
		}
		checkDays(&f, at, member.Span())
		for _, other := range members {
			if other.OfficerID == member.OfficerID && other.Span().Overlaps(member.Span()) {
				f.Add(
					at+"validFrom",
					fmt.Sprintf("Đồng chí %s có hai dòng trùng thời gian; hãy kết thúc dòng trước.", people[m.OfficerID].Name),
				)
			}
		}
		members = append(members, member)
	}
	if len(members) == 0 {
		f.Add("members", "Tổ cần ít nhất một tổ trưởng; hãy thêm thành viên.")
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return members, checkLead(members)
}

// checkLead makes sure that exactly one lead stands on every day on which the team has members.
func checkLead(members []Member) error {
	var days []dates.Date // on which something changes
	for _, m := range members {
		days = append(days, m.ValidFrom)
		if m.ValidTo != dates.None {
			days = append(days, m.ValidTo)
		}
	}
	slices.Sort(days)
	for _, day := range slices.Compact(days) {
		there, leads := 0, 0
		for _, m := range members {
			if m.Span().Contains(day) {
				there++
				if m.Lead {
					leads++
				}
			}
		}
		switch {
		case there > 0 && leads == 0:
			return fault.Invalid("members", "Từ ngày "+day.Show()+" tổ không có tổ trưởng; hãy chọn một tổ trưởng.")
		case leads > 1:
			return fault.Invalid(
				"members",
				fmt.Sprintf("Từ ngày %s tổ có %d tổ trưởng; mỗi thời điểm chỉ một tổ trưởng.", day.Show(), leads),
			)
		}
	}
	return nil
}
