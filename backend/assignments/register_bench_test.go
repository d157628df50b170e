package assignments

import (
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func BenchmarkRegisterProvince(b *testing.B) {
	s := provinceOffice(b)
	storetest.Read(b, s, func(tx *store.Tx) error {
		for b.Loop() {
			if _, err := Register(tx, RegisterFilter{Text: "ap 3", Limit: 200}); err != nil {
				return err
			}
		}
		return nil
	})
}
