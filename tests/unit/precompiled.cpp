// The source that the tests' precompiled header is made beside.
#include "precompiled.h"
