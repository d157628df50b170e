package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// counted are the records that are named when a backup is compared with now, in this order.
var counted = []struct{ table, word string }{
	{"meeting", "cuộc họp"},
	{"matter", "kiến nghị"},
	{"assignment", "phân công"},
	{"issued_paper", "văn bản"},
	{"session", "phiên họp"},
	{"decision", "quyết định"},
	{"officer", "cán bộ"},
	{"unit", "địa bàn, tổ chức"},
	{"user_account", "tài khoản"},
}

// BackupLine is one backup in the list; one that lies in both places is one line.
type BackupLine struct {
	Key     string   `json:"key"`
	Moment  string   `json:"moment"` // RFC 3339
	Reason  string   `json:"reason"`
	Here    bool     `json:"here"`
	Second  bool     `json:"second"`
	Sound   bool     `json:"sound"` // it was opened, counted and summed when it was made, and its size is unchanged
	Differs string   `json:"differs"`
	Missing []string `json:"missing"` // what a restore would lose, "12 cuộc họp"
	Back    []string `json:"back"`    // what it would bring back
	Same    bool     `json:"same"`    // it holds exactly what is there now
	Size    string   `json:"size"`
}

// Backups is the screen "Sao lưu, phục hồi".
type Backups struct {
	Lines      []BackupLine `json:"lines"`
	Folder     string       `json:"folder"`
	Total      string       `json:"total"` // size of the backups here
	Free       string       `json:"free"`  // room left on the disk of the data
	Trouble    string       `json:"trouble"`
	HasSecond  bool         `json:"hasSecond"`
	Second     string       `json:"second"`  // where it is, or was last
	Plugged    bool         `json:"plugged"` // it can be reached now
	Filled     string       `json:"filled"`  // when everything was last there, RFC 3339
	Behind     int          `json:"behind"`  // backups that are not there yet
	PlaceSays  string       `json:"placeSays"`
	Rehearsed  string       `json:"rehearsed"` // RFC 3339
	Rehearsal  string       `json:"rehearsal"`
	RehearsOK  bool         `json:"rehearsOk"`
	Restored   string       `json:"restored"`   // moment of a restore that waits for its confirmation
	RestoreOf  string       `json:"restoreOf"`  // when the restored backup was made
	IsSample   bool         `json:"isSample"`   // the made-up office: nothing is copied by itself
	Places     []string     `json:"places"`     // disks plugged in now that are not the one of the data
	OtherNames []string     `json:"otherNames"` // backups of another office, by file name
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// Copies lists the backups in both places, each with what differs from now in words.
func (s *Service) Copies() (Backups, error) {
	same := s.desk.Gate.SamePerson()
	if err := s.permitted("desk.Copies")(); err != nil {
		return Backups{}, err
	}
	out, err := s.desk.backups()
	if err == nil && !same() {
		return Backups{}, fault.Conflict("Người dùng đã đổi trong lúc đọc danh sách bản sao lưu. Hãy mở lại trang này.")
	}
	return out, err
}

func (d *Desk) backups() (Backups, error) {
	s := d.Store()
	out := Backups{Lines: []BackupLine{}, OtherNames: []string{}, Places: []string{}, Folder: s.BackupDir(), IsSample: s.Dir() != d.dir}
	var now map[string]int
	state, officeID := "", ""
	if d.Gate.Failure() == nil {
		var err error
		if officeID, err = officeOf(s); err == nil {
			if now, err = s.CountNow(); err == nil {
				state, err = s.State()
			}
		}
		if err != nil {
			return out, err
		}
	}
	at := map[string]int{}
	size := int64(0)
	for _, c := range copiesOf(s) {
		here := c.Dir == s.BackupDir()
		if here {
			size += c.Manifest.Size
		}
		if officeID != "" && c.Manifest.OfficeID != "" && c.Manifest.OfficeID != officeID {
			out.OtherNames = append(out.OtherNames, c.Name)
			continue
		}
		if i, known := at[c.Name]; known {
			line := &out.Lines[i]
			line.Second = line.Second || !here
			if !line.Sound && c.Complete { // the one that is whole is the one to restore
				line.Key, line.Sound = copyKey(c, s.BackupDir()), true
			}
			continue
		}
		at[c.Name] = len(out.Lines)
		line := lineOf(c, now, state)
		line.Key, line.Here, line.Second = copyKey(c, s.BackupDir()), here, !here
		out.Lines = append(out.Lines, line)
	}
	slices.SortStableFunc(out.Lines, func(a, b BackupLine) int { return cmp.Compare(b.Moment, a.Moment) })
	out.Total = store.SizeWord(size)
	d.placesOf(s, officeID, &out)
	return out, nil
}

func lineOf(c store.Copy, now map[string]int, state string) BackupLine {
	line := BackupLine{
		Moment: moment(c.Manifest.Moment), Reason: c.Manifest.Reason.Word(), Sound: c.Complete, Size: store.SizeWord(c.Manifest.Size),
		Same: state != "" && state == c.Manifest.State, Missing: []string{}, Back: []string{},
	}
	then := c.Manifest.Holds()
	if now == nil || then == nil {
		if then != nil {
			line.Differs = fmt.Sprintf(
				"có %s cuộc họp, %s kiến nghị",
				document.Thousands(then["meeting"]),
				document.Thousands(then["matter"]),
			)
		}
		return line
	}
	for _, kind := range counted {
		switch n := now[kind.table] - then[kind.table]; {
		case n > 0:
			line.Missing = append(line.Missing, document.Thousands(n)+" "+kind.word)
		case n < 0:
			line.Back = append(line.Back, document.Thousands(-n)+" "+kind.word)
		}
	}
	var parts []string
	for _, part := range []struct {
		word string
		of   []string
	}{{"thiếu ", line.Missing}, {"có thêm ", line.Back}} {
		if len(part.of) > 0 {
			parts = append(parts, part.word+strings.Join(part.of[:min(2, len(part.of))], ", "))
		}
	}
	switch line.Differs = strings.Join(parts, "; "); {
	case line.Same:
		line.Differs = "giống bây giờ"
	case line.Differs == "":
		line.Differs = "cùng số bản ghi"
	}
	return line
}

// placesOf tells of the disk, the second place, the rehearsal and what went wrong.
func (d *Desk) placesOf(s *store.Store, officeID string, out *Backups) {
	if free, err := s.Free(); err == nil {
		out.Free = store.SizeWord(free)
	}
	if !out.IsSample {
		place, note := s.SecondPlace(), d.readKept()
		out.Places = s.OtherDisks()
		out.HasSecond, out.Second, out.Filled = place.ID != "", place.Path, moment(place.Filled)
		if dir := s.FindSecond(); dir != "" {
			out.Second, out.Plugged = dir, true
		}
		for _, line := range out.Lines {
			if line.Here && line.Moment > out.Filled {
				out.Behind++
			}
		}
		out.Rehearsed, out.Rehearsal, out.RehearsOK = moment(note.Rehearsed), note.Rehearsal, !note.Failed
		d.keeper.told.Lock()
		out.Trouble, out.PlaceSays = d.keeper.fault, d.keeper.place
		d.keeper.told.Unlock()
	}
	if r, waits := s.Unconfirmed(); waits {
		out.Restored, out.RestoreOf = moment(r.Moment), moment(r.Of)
	}
}

// alone does an act on backups while no copy, restore or change of office goes on. Whether it is allowed is asked once more when
// its turn has come: a session of an office that was left meanwhile must do nothing to another one.
func (s *Service) alone(allowed func() error, act func(*store.Store) error) error {
	if err := allowed(); err != nil {
		return err
	}
	d := s.desk
	d.keeper.mu.Lock()
	defer d.keeper.mu.Unlock()
	d.turn.Lock()
	defer d.turn.Unlock()
	if err := allowed(); err != nil {
		return err
	}
	if err := act(d.Store()); err != nil {
		return s.explain(err)
	}
	return nil
}

// permitted asks the gate whether whoever is signed in may do an act that is no transaction.
func (s *Service) permitted(action string) func() error {
	return func() error {
		_, err := access.Read(s.desk.Gate, action, func(*store.Tx) (struct{}, error) { return struct{}{}, nil })
		return err
	}
}

// BackUp makes a backup now and fills the second place.
func (s *Service) BackUp() error {
	d := s.desk
	return s.alone(s.permitted("desk.BackUp"), func(at *store.Store) error {
		made, err := d.copyIfChanged(at, store.ByHand)
		d.keeper.tell(&d.keeper.fault, err)
		if err == nil && at.Dir() == d.dir {
			d.fillSecond(at, made.Manifest.OfficeID)
		}
		return err
	})
}

// Restore puts a backup in the place of the data in use and signs everybody out; see Desk.Restore.
func (s *Service) Restore(key string) error {
	return s.alone(s.permitted("desk.Restore"), func(at *store.Store) error { return s.desk.restoreKey(at, key) })
}

// UndoRestore takes the last restore back; whoever is signed in is signed out.
func (s *Service) UndoRestore() error {
	return s.alone(s.permitted("desk.UndoRestore"), s.desk.undoRestore)
}

// ConfirmRestore keeps what was restored; thinning begins again.
func (s *Service) ConfirmRestore() error {
	return s.alone(s.permitted("desk.ConfirmRestore"), (*store.Store).Confirm)
}

// Rehearse tries a restore on a copy now.
func (s *Service) Rehearse() error {
	d := s.desk
	return s.alone(s.permitted("desk.Rehearse"), func(at *store.Store) error {
		copies := store.Copies(at.BackupDir())
		if len(copies) == 0 {
			return fault.Conflict("Chưa có bản sao lưu nào để tập phục hồi. Hãy bấm “Sao lưu ngay” trước.")
		}
		if at.Dir() != d.dir {
			_, err := at.Rehearse(copies[0])
			return err
		}
		note := d.readKept()
		d.rehearse(at, &note)
		if note.Failed {
			return fault.Conflict(note.Rehearsal)
		}
		return nil
	})
}

// SecondPlaceInput says where backups are to be kept a second time.
type SecondPlaceInput struct {
	Path     string `json:"path"`
	SameDisk bool   `json:"sameDisk"` // the person knows that it is the disk of the data
}

// ChooseSecondPlace remembers the second place and fills it.
func (s *Service) ChooseSecondPlace(in SecondPlaceInput) error {
	return s.alone(s.permitted("desk.ChooseSecondPlace"), func(at *store.Store) error {
		if at.Dir() != s.desk.dir {
			return fault.Conflict("Văn phòng mẫu không có nơi sao lưu thứ hai. Hãy rời văn phòng mẫu rồi chọn.")
		}
		if err := at.ChooseSecond(in.Path, in.SameDisk); err != nil {
			return err
		}
		return s.fill(at)
	})
}

// FillSecondPlace copies to the second place what is not there yet.
func (s *Service) FillSecondPlace() error {
	return s.alone(s.permitted("desk.FillSecondPlace"), func(at *store.Store) error {
		if at.Dir() != s.desk.dir || at.FindSecond() == "" {
			return fault.Conflict("Chưa thấy nơi sao lưu thứ hai. Hãy cắm USB hoặc ổ đĩa đã chọn rồi bấm lại.")
		}
		return s.fill(at)
	})
}

func (s *Service) fill(at *store.Store) error {
	id, err := officeOf(at)
	if err != nil {
		return err
	}
	s.desk.fillSecond(at, id)
	s.desk.keeper.told.Lock()
	defer s.desk.keeper.told.Unlock()
	if s.desk.keeper.place != "" {
		return fault.Unavailable(s.desk.keeper.place)
	}
	return nil
}

// BackupNotices are the sentences of the first screen: why the last backup failed, a disk that fills up, no second place.
func (s *Service) BackupNotices() ([]string, error) {
	if err := s.permitted("desk.BackupNotices")(); err != nil {
		return nil, err
	}
	return s.desk.backupNotices(), nil
}

func (d *Desk) backupNotices() []string {
	out := []string{}
	s := d.Store()
	if !d.keeper.on.Load() || s.Dir() != d.dir {
		return out
	}
	d.keeper.told.Lock()
	trouble, place := d.keeper.fault, d.keeper.place
	d.keeper.told.Unlock()
	note, now := d.readKept(), s.Clock()
	for _, said := range []string{trouble, place, note.Found} {
		if said != "" {
			out = append(out, said)
		}
	}
	if note.Failed {
		out = append(out, "Tập phục hồi chưa được: "+note.Rehearsal)
	}
	if free, err := s.Free(); err == nil && trouble == "" && free < 4*store.NeedForCopy(s.Size()) {
		out = append(out, fmt.Sprintf("Ổ đĩa chứa dữ liệu chỉ còn trống %s, sắp không đủ để sao lưu. Hãy xóa bớt tệp không dùng.",
			store.SizeWord(free)))
	}
	second := s.SecondPlace()
	switch {
	case second.ID == "" && !note.Since.IsZero() && due(note.Since, now, untilAskedAgain):
		out = append(out, "Bản sao lưu mới chỉ nằm trên máy này: hỏng máy thì mất cả hai. "+
			"Hãy mở Sao lưu, phục hồi và chọn USB hoặc ổ đĩa khác làm nơi giữ thứ hai.")
	case second.ID != "" && due(second.Filled, now, untilAskedAgain):
		out = append(out, "Đã hơn 7 ngày chưa chép sang nơi sao lưu thứ hai. Hãy cắm USB hoặc ổ đĩa đã chọn; chương trình tự chép.")
	}
	return out
}
