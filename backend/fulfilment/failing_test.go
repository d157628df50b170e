package fulfilment

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/store/storetest"
)

func TestMain(m *testing.M) { storetest.FailEachStatementOnce(m, "fulfilment", access.Actions()) }
