package sessions

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// seatedMembers gives a line for each seat of the body on the day, in the order of the body.
func seatedMembers(tx *store.Tx, body string, day dates.Date) ([]PersonInput, error) {
	people := []PersonInput{}
	if officers.Body(body).Word() == "" {
		return people, nil
	}
	office, err := units.TheOffice(tx)
	if err != nil {
		return people, err
	}
	seats, err := officers.Seated(tx, officers.Body(body), string(office.Level), day)
	for _, id := range seats {
		people = append(people, PersonInput{OfficerID: id, Part: Member, Copies: 1})
	}
	return people, err
}

// Proposal is who would take part by the seats of a body on a day.
type Proposal struct {
	People   []PersonView `json:"people"`
	Sentence string       `json:"sentence"` // tells where they come from, or why there are none
}

func proposeParticipants(tx *store.Tx, body string, day dates.Date) (Proposal, error) {
	out := Proposal{People: []PersonView{}}
	if !day.Valid() {
		return out, fault.Invalid("day", "Hãy ghi ngày họp trước, vì thành viên lấy theo ngày họp.")
	}
	people, err := seatedMembers(tx, body, day)
	if err != nil {
		return out, err
	}
	ids := make([]string, len(people))
	for i, p := range people {
		ids[i] = p.OfficerID
	}
	refs, err := officers.Refs(tx, ids, day)
	for _, p := range people {
		who := refs[p.OfficerID]
		out.People = append(
			out.People,
			PersonView{
				Person:   Person{OfficerID: p.OfficerID, Role: p.Part, Copies: p.Copies},
				Name:     who.Name,
				Post:     who.Post,
				RoleWord: vocabulary.Roles.Of(p.Part),
			},
		)
	}
	word := vocabulary.Bodies.Of(body)
	out.Sentence = fmt.Sprintf("%02d đồng chí tham gia %s ngày %s, theo mục Cán bộ.", len(out.People), word, day.Show())
	if len(out.People) == 0 {
		out.Sentence = fmt.Sprintf(
			"Mục Cán bộ chưa ghi ai tham gia %s ngày %s. Hãy ghi ở đó, hoặc thêm từng người ở đây.",
			word,
			day.Show(),
		)
	}
	return out, err
}

// OfficerTie tells package officers which sessions refer to an officer, and how to move them to another.
func OfficerTie() officers.Tie { return officers.Tie{Move: moveOfficer, Holds: sessionsOfOfficer} }

func sessionsOfOfficer(tx *store.Tx, id string) (string, error) {
	var n int64
	err := tx.Raw(`SELECT count(*) FROM session s WHERE s.chair_id = ?1 OR s.secretary_id = ?1
		OR EXISTS (SELECT 1 FROM session_item i WHERE i.session_id = s.id AND i.presenter_id = ?1)
		OR EXISTS (SELECT 1 FROM session_person p WHERE p.session_id = s.id AND p.officer_id = ?1)`, id).Scan(&n).Error
	if err != nil || n == 0 {
		return "", err
	}
	return fmt.Sprintf("%d phiên họp", n), nil
}

// moveOfficer gives one officer's place in sessions to another, when two records are one person; where both are on one
// list one line is left.
func moveOfficer(tx *store.Tx, from, to string) error {
	for _, move := range []string{
		"UPDATE session SET chair_id = ?1 WHERE chair_id = ?2",
		"UPDATE session SET secretary_id = ?1 WHERE secretary_id = ?2",
		"UPDATE session_item SET presenter_id = ?1 WHERE presenter_id = ?2",
		"DELETE FROM session_person WHERE officer_id = ?2 AND session_id IN (SELECT session_id FROM session_person WHERE officer_id = ?1)",
		"UPDATE session_person SET officer_id = ?1 WHERE officer_id = ?2",
	} {
		if err := tx.Exec(move, to, from).Error; err != nil {
			return err
		}
	}
	return nil
}
