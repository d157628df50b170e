package main

import (
	"caunoi/backend/desk"
)

func newDesk(folder string) *desk.Desk { return desk.New(folder) }

// open opens the data folder, and the made-up office inside it when asked.
func open(d *desk.Desk, sample bool) error {
	if err := d.Open(); err != nil || !sample {
		return err
	}
	return d.OpenSampleFolder()
}
