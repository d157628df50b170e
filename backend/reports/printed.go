package reports

import (
	"encoding/json"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/typeset"
)

// Printed is a finished paper waiting to be fetched under /files/<token>.
type Printed struct {
	Token    string   `json:"token"`
	FileName string   `json:"fileName"`
	Pages    int      `json:"pages"`
	Warnings []string `json:"warnings"` // characters that could not be printed
	Leads    string   `json:"leads"`    // token of a JSON list of Lead: where the pages lead to; "" = nowhere
	// Obstacles is what to know before the paper is issued, to be shown beside the pages, see Weight.
	Obstacles []Obstacle `json:"obstacles,omitempty"`
	// Met says in sentences which conditions of the paper hold, in the order of its entry.
	Met []string `json:"met,omitempty"`
	// Places is where the paragraphs that can be worded stand on the pages; of a draft with a text of its own.
	Places []typeset.Place `json:"places,omitempty"`
}

// RenderAndStore renders a file and keeps it for the page to fetch, with where its pages lead to. sessionGoesOn is what
// access.Gate.SessionGuard gave before the data were read. Errors: the faults of render; signed_out when the session ended
// while the pages were drawn; any other error is logged as a defect of call.
func RenderAndStore(
	gate *access.Gate,
	sessionGoesOn func() bool,
	call, name string,
	render func() (typeset.Rendered, error),
) (Printed, error) {
	file, err := render()
	if err != nil {
		if _, known := fault.Of(err); known {
			return Printed{}, err
		}
		return Printed{}, gate.Internal(call, err)
	}
	if !sessionGoesOn() { // drawing takes seconds; somebody else may sit here now, perhaps at another office
		return Printed{}, fault.SignedOut()
	}
	out := Printed{
		Token:    gate.Files().Put(name, file.Type, file.Bytes),
		FileName: name,
		Pages:    file.Pages,
		Warnings: file.Warnings,
		Places:   file.Places,
	}
	if len(file.Leads) > 0 {
		leads, err := json.Marshal(file.Leads)
		if err != nil {
			return Printed{}, gate.Internal(call, err)
		}
		out.Leads = gate.Files().Put("loi-vao.json", "application/json", leads)
	}
	return out, nil
}
