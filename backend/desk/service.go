package desk

import (
	"slices"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Service is what the page calls about the desk as a whole: the first run, the made-up office, the first screen.
type Service struct{ desk *Desk }

// Status is what the page has to know before it shows anything.
type Status struct {
	NeedsSetUp bool         `json:"needsSetUp"` // the first run has not ended
	Office     units.Office `json:"office"`
	Today      dates.Date   `json:"today"`
	HasSample  bool         `json:"hasSample"` // a made-up office can be opened
	Folder     string       `json:"folder"`    // where the data lie, for the person who makes copies
	SignIns    []SampleUser `json:"signIns"`   // how to come in at the made-up office; empty at a real one
	Notices    []string     `json:"notices"`   // what opening the data found and did, see store.Store.Notices
}

// SampleUser is an account of the made-up office, shown on its sign-in page.
type SampleUser struct {
	Login    string `json:"login"`
	RoleWord string `json:"roleWord"`
	Password string `json:"password"`
}

// SamplePassword opens every account of the made-up office. It protects nothing: that office holds invented data only
// and says so on every screen.
const SamplePassword = "caunoi-mau"

// SetUpInput is what the first run asks.
type SetUpInput struct {
	Level    units.Level `json:"level"`
	Name     string      `json:"name"`
	Superior string      `json:"superior"`
	Place    string      `json:"place"`
	TextSize int         `json:"textSize"`
	Login    string      `json:"login"`
	FullName string      `json:"fullName"`
	Password string      `json:"password"`
	Repeat   string      `json:"repeat"`
}

// Status may be called by anyone, also before the first run.
func (s *Service) Status() (Status, error) {
	return access.Read(s.desk.Gate, "desk.Status", s.status)
}

func (s *Service) status(tx *store.Tx) (Status, error) {
	office, err := units.TheOffice(tx)
	if err != nil {
		return Status{}, err
	}
	out := Status{
		NeedsSetUp: office.Name == "", Office: office, Today: tx.Today,
		HasSample: s.desk.fill != nil, Folder: s.desk.Store().Dir(), SignIns: []SampleUser{},
		Notices: s.desk.Store().Notices(),
	}
	if r, waits := s.desk.Store().Unconfirmed(); waits {
		out.Notices = append(
			out.Notices,
			"Dữ liệu đã được phục hồi về bản sao lưu "+store.MomentWord(r.Of)+". Hãy đăng nhập bằng mật khẩu lúc đó. "+
				"Người quản trị quay lại được trạng thái trước ở mục Sao lưu, phục hồi.",
		)
	}
	if office.Sample {
		var users []access.User
		if err := tx.Where("active = 1").Order("id").Find(&users).Error; err != nil {
			return Status{}, err
		}
		for _, u := range users {
			out.SignIns = append(out.SignIns, SampleUser{Login: u.Login, RoleWord: u.Role.Word(), Password: SamplePassword})
		}
	}
	return out, nil
}

// SetUp ends the first run: it stores the office and its first administrator together, and signs that person in.
func (s *Service) SetUp(in SetUpInput) (Status, error) {
	return access.WriteAndSignIn(s.desk.Gate, "desk.SetUp", func(tx *store.Tx) (Status, access.User, error) {
		admin, err := s.setUp(tx, in)
		if err != nil {
			return Status{}, admin, err
		}
		status, err := s.status(tx)
		return status, admin, err
	})
}

func (s *Service) setUp(tx *store.Tx, in SetUpInput) (access.User, error) {
	office, err := units.TheOffice(tx)
	if err != nil {
		return access.User{}, err
	}
	if office.Name != "" {
		return access.User{}, fault.Conflict("Văn phòng này đã được thiết lập. Hãy đăng nhập.")
	}
	_, officeErr := units.StoreOffice(tx, units.Office{
		Level: in.Level, Name: in.Name, Superior: in.Superior, Place: in.Place, TextSize: in.TextSize,
	})
	admin, userErr := s.desk.Gate.CreateUser(tx, access.UserInput{
		Login: in.Login, Name: in.FullName, Position: access.QuanTri, Password: in.Password,
	})
	var f fault.Fields
	if err := f.Take(officeErr, nil); err != nil {
		return access.User{}, err
	}
	err = f.Take(userErr, func(field, message string) (string, string) {
		if field == "name" {
			field = "fullName" // as the form calls it
		}
		return field, message
	})
	if err != nil {
		return access.User{}, err
	}
	if in.Password != in.Repeat {
		f.Add("repeat", "Hai lần nhập mật khẩu chưa giống nhau. Hãy nhập lại.")
	}
	if err := f.Err(); err != nil {
		return access.User{}, err
	}
	tx.Audit("office", "Thiết lập văn phòng "+store.CleanLine(in.Name)+".")
	return admin, nil
}

// OpenSample leaves the office at hand and opens the made-up one; its sign-in page tells the passwords.
func (s *Service) OpenSample() (Status, error) {
	if err := s.desk.OpenSampleFolder(); err != nil {
		return Status{}, s.explain(err)
	}
	return s.Status()
}

// Reopen tries again to open data that could not be opened, for example once a backup was put in their place.
func (s *Service) Reopen() (Status, error) {
	if err := s.desk.Reopen(); err != nil {
		return Status{}, s.explain(err)
	}
	return s.Status()
}

// LeaveSample goes back to the office's own data.
func (s *Service) LeaveSample() (Status, error) {
	if err := s.desk.OpenOwnFolder(); err != nil {
		return Status{}, s.explain(err)
	}
	return s.Status()
}

// explain lets faults pass and hides everything else.
func (s *Service) explain(err error) error {
	if e, ok := fault.Of(err); ok {
		return e
	}
	return s.desk.Gate.Internal("desk.swap", err)
}

// SaveTextSize stores the size of the screen's text, in percent; anyone may, because a person who cannot read the
// sign-in page cannot sign in.
func (s *Service) SaveTextSize(percent int) error {
	return access.Do(s.desk.Gate, "desk.SaveTextSize", func(tx *store.Tx) error {
		office, err := units.TheOffice(tx)
		if err != nil {
			return err
		}
		if !slices.Contains(units.TextSizes, percent) {
			return fault.Invalid("textSize", "Hãy chọn cỡ chữ trong danh sách.")
		}
		if office.Name == "" {
			return nil // the first run stores it with everything else
		}
		office.TextSize = percent
		_, err = units.StoreOffice(tx, office)
		return err
	})
}
