package reports

import "slices"

// BatchEach says what each sheet of a batch is about; the words of the command line too.
type BatchEach string

// What a batch can go through.
const (
	EachDistrict BatchEach = "huyen"
	EachCommune  BatchEach = "xa"
	EachHamlet   BatchEach = "ap"
	EachGroup    BatchEach = "to"
	EachParty    BatchEach = "dang-bo"
	EachCell     BatchEach = "chi-bo"
	EachOfficer  BatchEach = "can-bo"
	EachBody     BatchEach = "co-quan"
	EachMeeting  BatchEach = "hop"
)

// everyPlace is for reports about a place of either tree.
var everyPlace = []BatchEach{EachCommune, EachHamlet, EachGroup, EachDistrict, EachParty, EachCell}

// placesAnd is for reports about a place or something else.
func placesAnd(more ...BatchEach) []BatchEach { return append(slices.Clone(everyPlace), more...) }
