package reports

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// PrintBy is how a person sends a paper to the printer.
type PrintBy string

// The ways.
const (
	ByPrinter PrintBy = ""          // straight to the printer of the office
	ByReader  PrintBy = "trinh_doc" // opened in the reader of PDF files, and printed from there
)

// Remembered is how a person printed a report last: the usual choices of the next time. It names records by their keys
// only; the names beside them are those of today. The period is not kept: the usual one of the day is more often right.
type Remembered struct {
	Known     bool          `json:"known"` // false: this person has not printed the report yet; form and printer are those of the last one
	PrintBy   PrintBy       `json:"printBy"`
	Form      document.Form `json:"form"`
	Draft     bool          `json:"draft"`
	Signer    Signer        `json:"signer"`
	UnitID    string        `json:"unitId"`
	UnitName  string        `json:"unitName"`
	OfficerID string        `json:"officerId"`
	Officer   string        `json:"officer"`
	BodyID    string        `json:"bodyId"`
	Body      string        `json:"body"`
	Favourite bool          `json:"favourite,omitempty"` // kept on top of the list, see SetFavourite
	LastOn    dates.Date    `json:"lastOn,omitempty"`    // day of the last print or save; "" = none yet
}

// anyReport is where form and printer of the report printed last are kept, for reports not printed yet.
const anyReport = "*"

// rememberedKey is the setting that holds what a person chose last, report by report.
func rememberedKey(tx *store.Tx) string { return "reports.remembered." + tx.UserID }

// rememberedBy reads what the person signed in chose last, by the code of the report.
func rememberedBy(tx *store.Tx) (map[string]Remembered, error) {
	kept := map[string]Remembered{}
	err := tx.Setting(rememberedKey(tx), &kept)
	return kept, err
}

// Remembered gives how the person signed in printed a report last. A place, officer or body that is gone is left out.
func (s *Service) Remembered(report string) (Remembered, error) {
	return access.Read(s.gate, "reports.Remembered", func(tx *store.Tx) (Remembered, error) {
		kept, err := rememberedBy(tx)
		if err != nil {
			return Remembered{}, err
		}
		out, known := kept[report]
		known = known && out != Remembered{Favourite: true} // kept on top, never printed
		if !known {
			out = kept[anyReport]
		}
		out.Known = known
		return out.named(tx)
	})
}

// named adds the names of today and drops what is no more.
func (r Remembered) named(tx *store.Tx) (Remembered, error) {
	places, err := units.Refs(tx, given(r.UnitID), tx.Today)
	if err != nil {
		return r, err
	}
	place := places[r.UnitID]
	if !place.ValidOn(tx.Today) {
		place = units.Ref{}
	}
	people, err := officers.Refs(tx, given(r.OfficerID), tx.Today)
	if err != nil {
		return r, err
	}
	body := matters.Body{}
	if r.BodyID != "" {
		if body, err = matters.BodyByID(tx, r.BodyID); err != nil && !fault.Is(err, fault.CodeNotFound) {
			return r, err
		}
		if body.DeletedAt != "" {
			body = matters.Body{}
		}
	}
	r.UnitID, r.UnitName = place.ID, place.Label
	r.OfficerID, r.Officer = people[r.OfficerID].ID, people[r.OfficerID].Name
	r.BodyID, r.Body = body.ID, body.Name
	return r, nil
}

// given is a list of the one key, or none.
func given(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// Remember keeps how the person signed in printed a report, for the next time, whichever day and machine.
func (s *Service) Remember(report string, choice Remembered) error {
	return access.Do(s.gate, "reports.Remember", func(tx *store.Tx) error {
		known, err := Find(report)
		if err != nil {
			return err
		}
		var f fault.Fields
		if choice.PrintBy != ByPrinter && choice.PrintBy != ByReader {
			f.Add("printBy", "Hãy chọn gửi thẳng đến máy in hoặc mở bằng trình đọc PDF.")
		}
		if (document.Profile{Form: choice.Form}).Filled().Check() != nil {
			f.Add("form", "Hãy chọn thể thức văn bản.")
		}
		choice.Signer.check(&f)
		if err := f.Err(); err != nil {
			return err
		}
		kept, err := rememberedBy(tx)
		if err != nil {
			return err
		}
		choice.Known, choice.UnitName, choice.Officer, choice.Body = false, "", "", ""
		choice.Favourite, choice.LastOn = kept[known.Code].Favourite, tx.Today
		kept[known.Code], kept[anyReport] = choice, Remembered{PrintBy: choice.PrintBy, Form: choice.Form}
		tx.Audit("report/"+known.Code, "Nhớ cách in "+known.Title+" cho lần sau.")
		return tx.SetSetting(rememberedKey(tx), kept)
	})
}

// SetFavourite keeps a report on top of the list of the person signed in, or lets it back to its group.
func (s *Service) SetFavourite(report string, favourite bool) error {
	return access.Do(s.gate, "reports.SetFavourite", func(tx *store.Tx) error {
		known, err := Find(report)
		if err != nil {
			return err
		}
		kept, err := rememberedBy(tx)
		if err != nil {
			return err
		}
		choice, did := kept[known.Code], "Bỏ ghim "
		if choice.Favourite = favourite; favourite {
			did = "Ghim "
		}
		kept[known.Code] = choice
		tx.Audit("report/"+known.Code, did+known.Title+" trong danh mục báo cáo.")
		return tx.SetSetting(rememberedKey(tx), kept)
	})
}
