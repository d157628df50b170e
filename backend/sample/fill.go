// Package sample makes up offices: one that is always the same, for trying out, tests and pictures, and larger ones for
// trials of size. Every person in it is invented and looks so; no name, number or event is anybody's.
package sample

import (
	"context"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/desk"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Accounts are the ways to sign in at the made-up office; the password of all of them is desk.SamplePassword.
var Accounts = []access.UserInput{
	{Login: "quantri", Name: "Quản trị mẫu", Position: access.QuanTri},
	{Login: "chuyenvien", Name: "Chuyên viên mẫu", Position: access.ChuyenVien},
	{Login: "lanhdao", Name: "Lãnh đạo mẫu", Position: access.LanhDao},
}

// Fill writes the made-up office into the empty store of a desk: a district as the schemes of 2016–2025 knew it, with its
// communes, hamlets, self-governing groups and Party cells, officers, decisions, and the meetings up to today.
func Fill(d *desk.Desk) error {
	as := store.As{UserName: "Dữ liệu mẫu", Action: "sample.Fill"}
	return d.Store().Write(context.Background(), as, func(tx *store.Tx) error {
		for _, account := range Accounts {
			account.Password = desk.SamplePassword
			if _, err := d.Gate.CreateUser(tx, account); err != nil {
				return err
			}
		}
		return Office(tx)
	})
}

// office is the made-up office under construction.
type office struct {
	tx    *store.Tx
	today dates.Date
	begin dates.Date // from this day on everything is in force

	district string
	places   []*commune
	people   map[string]string // officer by nickname
	kinds    map[string]string // kind of assignment by code
	teams    map[string]string
	log      *record
}

// Office writes the made-up office without accounts.
func Office(tx *store.Tx) error {
	o := &office{tx: tx, today: tx.Today, people: map[string]string{}, kinds: map[string]string{}, teams: map[string]string{}}
	o.begin = dates.Earlier(tx.Today.AddMonths(-14), "2025-10-01").MonthStart()
	for _, step := range []func() error{
		o.makePlaces, o.makeOffice, o.makePeople, o.makeSchemes, o.makeDecisions,
		o.makeMeetings, o.makeDuties, o.makeMatters, o.makePapers, o.makeSessions,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	tx.Audit("office", "Tạo văn phòng mẫu.")
	return nil
}

func (o *office) makeOffice() error {
	_, err := units.StoreOffice(o.tx, units.Office{
		Level: units.LevelHuyen, Name: "Huyện ủy Thạnh Mẫu", Superior: "Đảng bộ tỉnh Bến Tre", Place: "Thạnh Mẫu", Symbol: "HU",
		StateSuperior: "Ủy ban nhân dân tỉnh Bến Tre", StateName: "Ủy ban nhân dân huyện Thạnh Mẫu", StateSymbol: "UBND",
		SignAuthority: "T/M BAN THƯỜNG VỤ", SignPosition: "PHÓ BÍ THƯ", SignName: "Trần Mẫu Bình", Archive: "Lưu Văn phòng Huyện ủy",
		UnitID: o.district, OrgID: o.people["đảng bộ huyện"], Sample: true,
	})
	return err
}
