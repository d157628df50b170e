package activities

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

// Word is a code and the Vietnamese word every screen and paper shows for it.
type Word struct {
	Code string `json:"code"`
	Word string `json:"word"`
}

// words is the one table of the words of this room, in the order lists show them.
var words = struct{ kinds, states, results, outcomes, accepted []Word }{
	kinds: []Word{
		{string(CellRegular), "Sinh hoạt chi bộ thường kỳ"},
		{string(CellThematic), "Sinh hoạt chi bộ chuyên đề"},
		{string(Committee), "Họp đảng ủy, ban chấp hành"},
		{string(Group), "Họp Tổ nhân dân tự quản"},
		{string(People), "Họp dân"},
		{string(Voter), "Tiếp xúc cử tri"},
		{string(Review), "Hội nghị sơ kết, tổng kết"},
		{string(Dialogue), "Đối thoại"},
		{string(Reception), "Tiếp dân"},
		{string(Visit), "Đi cơ sở"},
		{string(Congress), "Đại hội"},
		{string(Other), "Cuộc họp khác"},
	},
	states: []Word{
		{string(Planned), "Đã lên lịch"},
		{string(Held), "Đã họp"},
		{string(Postponed), "Hoãn"},
		{string(Cancelled), "Không tổ chức"},
		{string(Suspended), "Tạm dừng"},
	},
	results: []Word{
		{string(Attended), "Đã dự"},
		{string(Substituted), "Dự thay"},
		{string(Excused), "Vắng có phép"},
		{string(Absent), "Vắng"},
	},
	outcomes: []Word{
		{string(Attended), "Đã dự"},
		{string(Substituted), "Dự thay"},
		{string(Excused), "Vắng có phép"},
		{string(Absent), "Vắng"},
		{string(HeldOnly), "Đã họp"},
		{string(NotHeld), "Không tổ chức"},
		{string(PutOff), "Hoãn"},
		{string(OnHold), "Tạm dừng"},
		{string(NotRecorded), "Chưa ghi nhận"},
		{string(ToCome), "Sắp họp"},
	},
	accepted: []Word{
		{string(AcceptedPending), "Chưa rõ"},
		{string(AcceptedYes), "Tiếp thu"},
		{string(AcceptedPartly), "Tiếp thu một phần"},
		{string(AcceptedNo), "Không tiếp thu"},
	},
}

func wordOf(list []Word, code string) string {
	for _, w := range list {
		if w.Code == code {
			return w.Word
		}
	}
	return ""
}

// Word is the kind's Vietnamese word, "" for an unknown kind.
func (k Kind) Word() string { return wordOf(words.kinds, string(k)) }

// Word is the state's Vietnamese word.
func (s State) Word() string { return wordOf(words.states, string(s)) }

// Word is the result's Vietnamese word, "" while there is none.
func (r Result) Word() string { return wordOf(words.results, string(r)) }

// Word is the outcome's Vietnamese word.
func (o Outcome) Word() string { return wordOf(words.outcomes, string(o)) }

// Word is the Vietnamese word for how advice was taken.
func (a Accepted) Word() string { return wordOf(words.accepted, string(a)) }

// Vocabulary is everything the screens offer in their lists.
type Vocabulary struct {
	Kinds    []Word  `json:"kinds"`
	States   []Word  `json:"states"`
	Results  []Word  `json:"results"`
	Outcomes []Word  `json:"outcomes"`
	Accepted []Word  `json:"accepted"`
	Fields   []Field `json:"fields"` // valid today
}
