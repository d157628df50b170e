package document

import (
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// What an earlier version of the program kept in the settings holds from Hướng dẫn 05 on.
func TestOldChoicesComeAlong(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		return tx.Create(&storedProfile{
			ID:        "goc-dang",
			Form:      FormParty,
			ValidFrom: "2026-05-27",
			Value:     `{"form":"dang","oldSpelling":true,"bodySize":15,"leading":20,"headingSep":"- ","recipientSep":";","endMark":"./.","basesItalic":false,"subjectCase":"","dateRight":true,"duplex":false,"symbolQuyDinh":"QĐi"}`,
		}).Error
	})
	storetest.Read(t, s, func(tx *store.Tx) error {
		now, err := ProfileOf(tx, FormParty, "2026-06-01")
		if err != nil || now.BodySize != 15 || !now.DateRight || now.SymbolQuyDinh != "QĐi" || now.SubmitWord != "Kính trình" ||
			now.Check() != nil {
			t.Errorf("%+v, %v", now, err)
		}
		old, err := ProfileOf(tx, FormParty, "2024-06-01")
		if err != nil || old != DefaultProfile(FormParty, "2024-06-01") {
			t.Errorf("%+v, %v", old, err)
		}
		return nil
	})
}
