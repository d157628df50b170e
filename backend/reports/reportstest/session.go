package reportstest

import (
	"caunoi/backend/sessions"
	"caunoi/backend/store"
)

// convene writes a session of the made-up commune: one point with two papers, one handed out apart, one without any.
func convene(tx *store.Tx, ids map[string]string) (string, error) {
	v, err := sessions.Save(
		tx,
		sessions.Input{
			Body:        sessions.BodyOther,
			Title:       "Hội nghị Đảng ủy xã lần thứ 5",
			Day:         "2026-11-30",
			StartTime:   "7h30",
			Place:       "Hội trường xã Mẫu Đơn",
			ChairID:     ids["cb0"],
			SecretaryID: ids["cb1"],
			Items: []sessions.ItemInput{
				{Title: "Báo cáo công tác tháng", PresenterID: ids["cb0"], Minutes: 40, Papers: []sessions.PaperInput{
					{
						Title: "Báo cáo tháng 6",
						Input: `{"report":"R20","period":"2026-06"}`,
					},
					{Title: "Sổ phân công", Input: `{"report":"R1","period":"2026-06"}`},
				}, Conclusion: "Thống nhất báo cáo.\nGiao Văn phòng hoàn thiện."},
				{
					Title:     "Dự toán ngân sách",
					Presenter: "Văn phòng Đảng ủy",
					Minutes:   20,
					Papers:    []sessions.PaperInput{{Title: "Tờ trình dự toán", Owner: "Văn phòng Đảng ủy"}},
				},
				{Title: "Thảo luận 👍", Minutes: 30},
			},
			People: []sessions.PersonInput{
				{OfficerID: ids["cb0"], Part: sessions.Member, Present: sessions.Present, Copies: 1},
				{OfficerID: ids["cb1"], Part: sessions.Member, Present: sessions.Excused, Copies: 1},
				{Label: "Đại diện Ủy ban Mặt trận Tổ quốc xã", Part: sessions.Invited, Copies: 1},
			},
		},
	)
	return v.ID, err
}
