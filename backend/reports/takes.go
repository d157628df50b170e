package reports

// Choice is something that narrows a report or decides how it is signed; the page shows only what the report takes.
type Choice string

// The choices.
const (
	ChooseUnit    Choice = "unit"
	ChooseOfficer Choice = "officer"
	ChooseBody    Choice = "body"
	ChooseLetter  Choice = "letter"
	ChooseMatter  Choice = "matter"
	ChooseSigner  Choice = "signer"

	ChooseDecision Choice = "decision"
)

// takes lists the choices of reports that do not take the usual ones.
var takes = map[string][]Choice{
	"R2":   {},
	"R2B":  {ChooseDecision},
	"R2C":  {ChooseDecision},
	"R8":   {ChooseUnit, ChooseBody},
	"R10C": {ChooseUnit, ChooseMatter, ChooseSigner},
	"R12C": {ChooseUnit, ChooseMatter, ChooseSigner},
	"R13B": {ChooseUnit},
	"R28":  {ChooseUnit},
	"R9":   {ChooseBody},
	"R10":  {ChooseBody, ChooseLetter, ChooseSigner},
	"R10B": {ChooseUnit, ChooseMatter, ChooseSigner},
	"R11":  {ChooseBody, ChooseSigner},
	"R12":  {ChooseUnit, ChooseSigner},
	"R12B": {ChooseOfficer},
	"R13":  {ChooseUnit},
	"R14":  {ChooseUnit},
	"R20":  {ChooseUnit},
	"R21":  {ChooseUnit},
	"R26":  {ChooseOfficer, ChooseSigner},
	"R26B": {},
	"S1":   {},
	"PH1":  {},
	"PH2":  {ChooseSigner},
	"PH3":  {},
	"PH4":  {},
}

// Takes lists what may be chosen for the report besides period and form; a place and an officer unless it says otherwise.
func (r Report) Takes() []Choice {
	if list, known := takes[r.Code]; known {
		return list
	}
	return []Choice{ChooseUnit, ChooseOfficer}
}

// AsOfToday tells that a report shows how things stand now, so that there is no period to choose.
func (r Report) AsOfToday() bool { return len(r.Periods) == 0 }
