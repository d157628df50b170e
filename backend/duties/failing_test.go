package duties

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/store/storetest"
)

func TestMain(m *testing.M) { storetest.FailEachStatementOnce(m, "duties", access.Actions()) }
