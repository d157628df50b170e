package main

import (
	"caunoi/backend/desk"
	"caunoi/backend/sample"
)

func newDesk(folder string) *desk.Desk { return desk.New(folder, desk.WithSample(sample.Fill)) }

// open opens the data folder, or only the made-up office inside it.
func open(d *desk.Desk, withSample bool) error {
	if withSample {
		return d.OpenSampleFolder()
	}
	return d.Open()
}
