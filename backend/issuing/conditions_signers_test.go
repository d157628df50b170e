package issuing

import (
	"caunoi/backend/reports"
	"caunoi/backend/store"
)

// unsigned are papers whose signer has no name, by who signs them: nameless takes the name out of the office's settings, noHead the
// head of the office out of the list of officers.
func unsigned(nameless, noHead func(*store.Tx) error) (list []failing) {
	for _, r := range reports.Catalog {
		if r.Symbol == "" {
			continue
		}
		add := func(spoil func(*store.Tx) error, says, to string) {
			list = append(list, failing{r.Code, reports.SignerNamed, nil, spoil, "Chưa có họ tên người ký" + says, to})
		}
		switch r.Signature {
		case reports.SignedByLetter:
			add(noHead, ": T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG", "/can-bo")
		case reports.SignedByAdviser:
			add(noHead, "", "/can-bo")
		case reports.SignedByIssuer:
			add(nameless, ": T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ", "/co-quan")
		case reports.SignedByParties:
			if r.Needs == reports.NeedHandover {
				add(noHead, "", "/can-bo")
			}
		}
	}
	return list
}
