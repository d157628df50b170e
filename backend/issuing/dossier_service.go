package issuing

import (
	"time"

	"caunoi/backend/access"
	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// Dossier makes the dossier of a session and keeps its PDF for the page to show, save or print.
func (s *Service) Dossier(in DossierInput) (reports.Printed, error) {
	const call = "issuing.Dossier"
	type read struct {
		dossier sessionDossier
		at      time.Time
	}
	sessionGoesOn := s.gate.SessionGuard()
	got, err := access.Read(s.gate, call, func(tx *store.Tx) (read, error) {
		d, err := makeDossier(tx, in)
		return read{d, tx.Now}, err
	})
	if err != nil {
		return reports.Printed{}, err
	}
	out, err := reports.RenderAndStore(s.gate, sessionGoesOn, call, got.dossier.fileName(), func() (typeset.Rendered, error) {
		pdf, err := typeset.RenderDossier(got.dossier.Dossier, got.at)
		return pdf.Rendered(), err
	})
	if err != nil {
		return reports.Printed{}, err
	}
	err = access.Do(s.gate, call, func(tx *store.Tx) error {
		tx.Audit(in.SessionID, "Lập hồ sơ phiên họp “"+got.dossier.Title+"”, "+document.TwoDigits(len(got.dossier.Copies))+" bản.")
		return nil
	})
	if err != nil {
		return reports.Printed{}, err
	}
	return out, nil
}

// PrintDossier makes the dossier of a session for a program that prints without asking; without a session in the input it
// is the newest one that is not called off.
func PrintDossier(tx *store.Tx, in DossierInput) (typeset.PDF, error) {
	if in.SessionID == "" {
		page, err := sessions.List(tx, sessions.Filter{})
		if err != nil {
			return typeset.PDF{}, err
		}
		for _, row := range page.Items {
			if row.State != sessions.CalledOff {
				in.SessionID = row.ID
				break
			}
		}
	}
	d, err := makeDossier(tx, in)
	if err != nil {
		return typeset.PDF{}, err
	}
	return typeset.RenderDossier(d.Dossier, tx.Now)
}
