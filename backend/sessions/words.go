package sessions

import (
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// BodyOther is the body of a session that is no committee's: an enlarged session, a conference of the office.
const BodyOther = "KHAC"

// States of a session.
const (
	Preparing = "chuan_bi"
	Held      = "da_hop"
	CalledOff = "huy"
)

// Roles of a participant.
const (
	Member  = "thanh_vien"
	Invited = "moi"
)

// Presence of a participant, once it was recorded.
const (
	Present   = "co_mat"
	Excused   = "vang_co_ly_do"
	Unexcused = "vang"
)

// Vocabulary is what forms choose from.
type Vocabulary struct {
	Bodies   store.Words `json:"bodies"`
	States   store.Words `json:"states"`
	Roles    store.Words `json:"roles"`
	Presence store.Words `json:"presence"`
}

var vocabulary = makeVocabulary()

func makeVocabulary() Vocabulary {
	v := Vocabulary{
		Bodies: store.Words{},
		States: store.Words{store.NewWord(Preparing, "Đang chuẩn bị"), store.NewWord(Held, "Đã họp"), store.NewWord(CalledOff, "Đã hủy")},
		Roles:  store.Words{store.NewWord(Member, "Thành viên"), store.NewWord(Invited, "Khách mời")},
		Presence: store.Words{
			store.NewWord(Present, "Có mặt"),
			store.NewWord(Excused, "Vắng có lý do"),
			store.NewWord(Unexcused, "Vắng không lý do"),
		},
	}
	for _, b := range officers.Bodies {
		v.Bodies = append(v.Bodies, store.NewWord(b.Body, b.Word))
	}
	v.Bodies = append(v.Bodies, store.NewWord(BodyOther, "Hội nghị khác"))
	return v
}

// minuteOfDay reads "07:30" as 450, -1 for no hour.
func minuteOfDay(text string) int {
	if len(text) != 5 {
		return -1
	}
	digit := func(i int) int { return int(text[i] - '0') }
	return (digit(0)*10+digit(1))*60 + digit(3)*10 + digit(4)
}

// hourText writes a minute of the day as "07:30"; a session that runs past midnight goes on at 00:00.
func hourText(minute int) string {
	minute %= 24 * 60
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return two(minute/60) + ":" + two(minute%60)
}
