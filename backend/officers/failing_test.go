package officers

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/store/storetest"
)

func TestMain(m *testing.M) { storetest.FailEachStatementOnce(m, "officers", access.Actions()) }
