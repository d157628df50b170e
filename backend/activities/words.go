package activities

import "caunoi/backend/store"

// Kind is what sort of meeting or visit it was.
type Kind string

// The kinds of domain.md §3.2, with the words the office uses for them in kinds below.
const (
	CellRegular  Kind = "CELL_REGULAR"
	CellThematic Kind = "CELL_THEMATIC"
	Committee    Kind = "COMMITTEE"
	Group        Kind = "GROUP"
	People       Kind = "PEOPLE"
	Voter        Kind = "VOTER"
	Review       Kind = "REVIEW"
	Dialogue     Kind = "DIALOGUE"
	Reception    Kind = "RECEPTION"
	Visit        Kind = "VISIT"
	Congress     Kind = "CONGRESS"
	Other        Kind = "OTHER"
)

// State is where a meeting stands. A planned day that passed without an entry is no state: it is derived, and its word
// is NotRecorded.
type State string

const (
	Planned   State = "PLANNED"
	Held      State = "HELD"
	Postponed State = "POSTPONED"
	Cancelled State = "CANCELLED"
	Suspended State = "SUSPENDED"
)

// Result is what became of one officer's attendance; "" while the meeting is only planned.
type Result string

const (
	Attended    Result = "ATTENDED"
	Substituted Result = "SUBSTITUTED"
	Excused     Result = "EXCUSED"
	Absent      Result = "ABSENT"
)

// Outcome is one word for a whole meeting as seen from one officer or one unit: a Result, or why there is none. It is
// what the month grid, the list filter and the registers show; nothing stores it.
type Outcome string

const (
	NotRecorded Outcome = "NOT_RECORDED" // the day passed and nobody wrote anything: never "absent"
	ToCome      Outcome = "TO_COME"      // planned, the day has not passed
	HeldOnly    Outcome = "HELD"         // held, no officer of ours was expected
	NotHeld     Outcome = "NOT_HELD"     // cancelled
	PutOff      Outcome = "POSTPONED"    // put off to another day
	OnHold      Outcome = "SUSPENDED"    // meetings suspended (flood, epidemic)
)

// Accepted tells whether the place took up what the officer advised.
type Accepted string

const (
	AcceptedYes     Accepted = "yes"
	AcceptedPartly  Accepted = "partly"
	AcceptedNo      Accepted = "no"
	AcceptedPending Accepted = "pending"
)

// The words of this room, in the order lists show them.
var (
	Kinds = store.Words{
		store.NewWord(CellRegular, "Sinh hoạt chi bộ thường kỳ"),
		store.NewWord(CellThematic, "Sinh hoạt chi bộ chuyên đề"),
		store.NewWord(Committee, "Họp đảng ủy, ban chấp hành"),
		store.NewWord(Group, "Họp Tổ nhân dân tự quản"),
		store.NewWord(People, "Họp dân"),
		store.NewWord(Voter, "Tiếp xúc cử tri"),
		store.NewWord(Review, "Hội nghị sơ kết, tổng kết"),
		store.NewWord(Dialogue, "Đối thoại"),
		store.NewWord(Reception, "Tiếp dân"),
		store.NewWord(Visit, "Đi cơ sở"),
		store.NewWord(Congress, "Đại hội"),
		store.NewWord(Other, "Cuộc họp khác"),
	}
	States = store.Words{
		store.NewWord(Planned, "Đã lên lịch"),
		store.NewWord(Held, "Đã họp"),
		store.NewWord(Postponed, "Hoãn"),
		store.NewWord(Cancelled, "Không tổ chức"),
		store.NewWord(Suspended, "Tạm dừng"),
	}
	Results = store.Words{
		store.NewWord(Attended, "Đã dự"),
		store.NewWord(Substituted, "Dự thay"),
		store.NewWord(Excused, "Vắng có phép"),
		store.NewWord(Absent, "Vắng"),
	}
	Outcomes = store.Words{
		store.NewWord(Attended, "Đã dự"),
		store.NewWord(Substituted, "Dự thay"),
		store.NewWord(Excused, "Vắng có phép"),
		store.NewWord(Absent, "Vắng"),
		store.NewWord(HeldOnly, "Đã họp"),
		store.NewWord(NotHeld, "Không tổ chức"),
		store.NewWord(PutOff, "Hoãn"),
		store.NewWord(OnHold, "Tạm dừng"),
		store.NewWord(NotRecorded, "Chưa ghi nhận"),
		store.NewWord(ToCome, "Sắp họp"),
	}
	AcceptedWords = store.Words{
		store.NewWord(AcceptedPending, "Chưa rõ"),
		store.NewWord(AcceptedYes, "Tiếp thu"),
		store.NewWord(AcceptedPartly, "Tiếp thu một phần"),
		store.NewWord(AcceptedNo, "Không tiếp thu"),
	}
)

// Word is the kind's Vietnamese word, "" for an unknown kind.
func (k Kind) Word() string { return Kinds.Of(string(k)) }

// Word is the state's Vietnamese word.
func (s State) Word() string { return States.Of(string(s)) }

// Word is the result's Vietnamese word, "" while there is none.
func (r Result) Word() string { return Results.Of(string(r)) }

// Word is the outcome's Vietnamese word.
func (o Outcome) Word() string { return Outcomes.Of(string(o)) }

// Word is the Vietnamese word for how advice was taken.
func (a Accepted) Word() string { return AcceptedWords.Of(string(a)) }

// Vocabulary is everything the screens offer in their lists.
type Vocabulary struct {
	Kinds    store.Words `json:"kinds"`
	States   store.Words `json:"states"`
	Results  store.Words `json:"results"`
	Outcomes store.Words `json:"outcomes"`
	Accepted store.Words `json:"accepted"`
	Fields   []Field     `json:"fields"` // valid today
}
